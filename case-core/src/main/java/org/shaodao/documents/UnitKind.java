package org.shaodao.documents;

/**
 * What a unit is: street office 街道, district office 区级, community 社区, residents' supervision committee 居务监督委员会,
 * department 部门, public utility 公共服务企业, city-level body 市属单位, body managed or used by a street 街管、街用单位,
 * property company 物业.
 */
public enum UnitKind {
    STREET,
    DISTRICT,
    COMMUNITY,
    SUPERVISION_COMMITTEE,
    DEPARTMENT,
    UTILITY,
    CITY_BODY,
    STREET_BODY,
    PROPERTY_COMPANY
}
