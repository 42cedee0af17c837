//! The regions of Alibaba Cloud, which are the default ones here.

use serde::{Deserialize, Serialize};

/// A region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Its id, e.g. `cn-hangzhou`.
    pub id: String,
    /// Its Chinese name.
    pub name_zh: String,
    /// Its English name.
    pub name_en: String,
    /// Its endpoint; `ecs.<id>.aliyuncs.com` if not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
}

/// Id, Chinese name and English name of each (page “Regions and zones”).
const REGIONS: &[(&str, &str, &str)] = &[
    ("cn-qingdao", "华北1（青岛）", "China (Qingdao)"),
    ("cn-beijing", "华北2（北京）", "China (Beijing)"),
    ("cn-zhangjiakou", "华北3（张家口）", "China (Zhangjiakou)"),
    ("cn-huhehaote", "华北5（呼和浩特）", "China (Hohhot)"),
    ("cn-wulanchabu", "华北6（乌兰察布）", "China (Ulanqab)"),
    ("cn-hangzhou", "华东1（杭州）", "China (Hangzhou)"),
    ("cn-shanghai", "华东2（上海）", "China (Shanghai)"),
    ("cn-nanjing", "华东5（南京-本地地域）", "China (Nanjing - Local Region)"),
    ("cn-fuzhou", "华东6（福州-本地地域）", "China (Fuzhou - Local Region)"),
    ("cn-wuhan-lr", "华中1（武汉-本地地域）", "China (Wuhan - Local Region)"),
    ("cn-shenzhen", "华南1（深圳）", "China (Shenzhen)"),
    ("cn-heyuan", "华南2（河源）", "China (Heyuan)"),
    ("cn-guangzhou", "华南3（广州）", "China (Guangzhou)"),
    ("cn-chengdu", "西南1（成都）", "China (Chengdu)"),
    ("cn-hongkong", "中国香港", "China (Hong Kong)"),
    ("ap-northeast-1", "日本（东京）", "Japan (Tokyo)"),
    ("ap-northeast-2", "韩国（首尔）", "South Korea (Seoul)"),
    ("ap-southeast-1", "新加坡", "Singapore"),
    ("ap-southeast-3", "马来西亚（吉隆坡）", "Malaysia (Kuala Lumpur)"),
    ("ap-southeast-5", "印度尼西亚（雅加达）", "Indonesia (Jakarta)"),
    ("ap-southeast-6", "菲律宾（马尼拉）", "Philippines (Manila)"),
    ("ap-southeast-7", "泰国（曼谷）", "Thailand (Bangkok)"),
    ("us-east-1", "美国（弗吉尼亚）", "US (Virginia)"),
    ("us-west-1", "美国（硅谷）", "US (Silicon Valley)"),
    ("eu-west-1", "英国（伦敦）", "UK (London)"),
    ("me-east-1", "阿联酋（迪拜）", "UAE (Dubai)"),
    ("eu-central-1", "德国（法兰克福）", "Germany (Frankfurt)"),
];

pub(super) fn all() -> Vec<Region> {
    let region = |&(id, name_zh, name_en): &(&str, &str, &str)| Region {
        id: id.to_owned(),
        name_zh: name_zh.to_owned(),
        name_en: name_en.to_owned(),
        endpoint: None,
    };
    REGIONS.iter().map(region).collect()
}
