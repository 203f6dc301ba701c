create database shaodao_vault;
