package org.shaodao.documents;

/** The levels of the place tree: 市 区 街道 社区 网格 小区 楼栋 单元. */
public enum PlaceKind {
    CITY,
    DISTRICT,
    STREET,
    COMMUNITY,
    GRID,
    COMPOUND,
    BUILDING,
    SECTION
}
