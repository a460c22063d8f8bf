"""A session's facts and words out of the lines of a published report."""
