"""The cues of Chinese; `cues` tells how they are read."""

from __future__ import annotations

from collections.abc import Mapping

CUES: Mapping[str, str] = {
    "item": r"该项目|该议程项目",
    "considered": r"(?:恢复|继续|开始)?审议了?|讨论了",
    "planned": r"决定|商定|同意|请|建议|提议|未|没有|拟|将|应",
    "gathering": r"会议|届会",
    "year": r"(?P<year>\d{4})年",
    "joint": r"联合|共同",
    "jointly-with": r"(?:是)?与(?=.+联合举行)",
    "all": r"均与",
    "respectively": r"分别",
    "met": r"举行",
    "adopted": r"通过了",
    "agenda": r"议程",
    "other-agenda": r"届会(?:议)?(?:的)?临时议程|下(?:一)?(?:届|次)会议",
    "report": r"报告",
    "following": r"以下|下列|如下",
    "orally-amended": r"口头(?:修正|订正|修订|修改)",
    "recommendations": r"建议",
    "made": r"通过了|拟订了|提出了",
    "had-before": r"收到|面前有",
    "documents": r"文件",
    "led": r"由(?=.+主持)",
    "led-end": r"主持.*$",
    "representative": r"的代表|的一名代表",
    "observer": r"的观察员",
    "secretariat": r"秘书处",
    "presented": r"作了(?:专题)?介绍",
    "presentation": r"专题介绍|介绍了?",
    "expert": r"专家",
    "chaired": r"的?会议由(?=.+主席)",
    "chaired-end": r"担任主席.*$",
    "elected": r"选举|选出|当选",
    "elected-words": r"以鼓掌方式|一致|担任|出任|为|下列|以下",
    "vice-chair": r"担任.*副主席",
    "rapporteur": r"担任.*报告员",
    "statement": r"作了发言|发了言|作了声明",
    "under": r"在(?=[^，。]*项目)",
    "behalf": r"（代表",
    "represented": r"出席|参加|与会",
    "several": r"(?:下列|以下|各)",
    "represented-one": r"^(?P<as>(?:既非)?[^，：]*?(?:签署国的|签署国))?"
    r"(?P<name>[^，：]+?)(?P<more>作为[^，：]+?)?派(?P<by>观察员|代表)出席了会议$",
    "integration_organizations": r"区域经济一体化组织",
    "non_signatories": r"既非|非缔约国|也非签署国",
    "signatories": r"签署国",
    "states_parties": r"缔约国",
    "other_entities": r"实体",
    "specialized_agencies": r"专门机构",
    "non_governmental": r"非政府组织",
    "intergovernmental": r"政府间",
    "united_nations": r"联合国",
    "states": r"国家|会员国|成员国",
    # Words before a verb that say that it did not happen, or not yet, or not here.
    "denied": r"没|未(?!来|经表决)|并非|不(?:应|得|会|能|再|予|愿|曾|派|出席|参加|超过"
    r"|同意|通过|举行|是)|无(?:人|一|法|国|代表)|应(?:当|该|由|于|在|派|通过|举行|选举)|拟(?!订|定)"
    r"|将(?:于|在|由|会|举行|通过|派|出席|选举|继续|审议)|(?<!工作)(?<!行动)计划(?!署)|打算|预计"
    r"|预定|原定|(?<!的)(?:建议|提议)|(?<![号的项])决定|商定|可以|可能|能够|希望|如果|是否|本应|必须"
    r"|回顾|缺席",
    "excepted": r"除[^，：。]+外(?![^：]*还)|例外|不包括",
    "previous": r"[上下]一?[届次](?:会议|届会)?|往届|历届|前一?届",
    "besides": r"除了?(?P<who>[^，：。]+?)(?:之|以)?外",
    "inexact": r"不超过|不少于|不多于|至少|至多|最多|大约|超过"
    r"|(?<![纽条公])(?:近|约)(?=[\d一二三四五六七八九十])",
}
