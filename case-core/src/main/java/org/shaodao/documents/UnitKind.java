package org.shaodao.documents;

/**
 * What a unit is: street office 街道, district office 区级, community 社区, department 部门, public utility 公共服务企业,
 * city-level body 市属单位, property company 物业.
 */
public enum UnitKind {
    STREET,
    DISTRICT,
    COMMUNITY,
    DEPARTMENT,
    UTILITY,
    CITY_BODY,
    PROPERTY_COMPANY
}
