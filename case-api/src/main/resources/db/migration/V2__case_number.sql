-- Public numbers of case files: never given twice, never running backwards, gaps allowed.
create sequence es.case_number;
