CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

BEGIN TRANSACTION;
CREATE TABLE "Agenda" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Agenda" PRIMARY KEY AUTOINCREMENT,
    "Kind" INTEGER NOT NULL,
    "NegotiationId" INTEGER NOT NULL,
    "SubjectId" INTEGER NOT NULL,
    "Due" INTEGER NOT NULL,
    "Rung" INTEGER NOT NULL,
    "State" INTEGER NOT NULL
);

CREATE TABLE "Deliveries" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Deliveries" PRIMARY KEY AUTOINCREMENT,
    "Key" TEXT NOT NULL,
    "FollowId" INTEGER NULL,
    "Channel" TEXT NOT NULL,
    "Connection" TEXT NOT NULL,
    "Kind" INTEGER NOT NULL,
    "Talks" TEXT NOT NULL,
    "Code" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Rung" INTEGER NULL,
    "Priority" INTEGER NOT NULL,
    "DueAt" INTEGER NOT NULL,
    "NotBefore" INTEGER NOT NULL,
    "Post" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "InDoubt" INTEGER NOT NULL,
    "LastOutcome" TEXT NULL,
    "MessageId" TEXT NULL,
    "SupersededBy" INTEGER NULL,
    "SentAt" INTEGER NULL
);

CREATE TABLE "Facts" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_Facts" PRIMARY KEY,
    "Value" TEXT NOT NULL
);

CREATE TABLE "Negotiations" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Negotiations" PRIMARY KEY AUTOINCREMENT,
    "Slug" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Parties" TEXT NOT NULL,
    "Venue" TEXT NOT NULL,
    "Zone" TEXT NOT NULL,
    "Clocks" TEXT NOT NULL,
    "Status" INTEGER NOT NULL,
    "Outcome_Kind" INTEGER NULL,
    "Outcome_Line" TEXT NULL,
    "Outcome_At" INTEGER NULL,
    "OpenedAt" INTEGER NOT NULL
);

CREATE TABLE "Changes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Changes" PRIMARY KEY AUTOINCREMENT,
    "NegotiationId" INTEGER NOT NULL,
    "At" INTEGER NOT NULL,
    "By" TEXT NOT NULL,
    "Where" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Verb" TEXT NOT NULL,
    "Before" TEXT NOT NULL,
    "After" TEXT NOT NULL,
    CONSTRAINT "FK_Changes_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Deadlines" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Deadlines" PRIMARY KEY AUTOINCREMENT,
    "NegotiationId" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "Label" TEXT NOT NULL,
    "AsReported" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "Consequence" TEXT NOT NULL,
    "SetBy" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    CONSTRAINT "FK_Deadlines_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Follows" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Follows" PRIMARY KEY AUTOINCREMENT,
    "NegotiationId" INTEGER NOT NULL,
    "Channel" TEXT NOT NULL,
    "Settings_Clock" TEXT NOT NULL,
    "Settings_DigestAt" TEXT NULL,
    "Settings_Ladder" TEXT NOT NULL,
    "Settings_LeastPriority" INTEGER NOT NULL,
    "Settings_Mention" TEXT NULL,
    "Since" INTEGER NOT NULL,
    "DigestedUntil" INTEGER NOT NULL,
    "RemovedAt" INTEGER NULL,
    "MutedBecause" TEXT NULL,
    CONSTRAINT "FK_Follows_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Points" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Points" PRIMARY KEY AUTOINCREMENT,
    "NegotiationId" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "Title" TEXT NOT NULL,
    "Wordings" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    CONSTRAINT "FK_Points_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Sessions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Sessions" PRIMARY KEY AUTOINCREMENT,
    "NegotiationId" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "StartsAt" TEXT NOT NULL,
    "EndsAt" TEXT NULL,
    "Place" TEXT NOT NULL,
    "Who" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    CONSTRAINT "FK_Sessions_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Updates" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Updates" PRIMARY KEY AUTOINCREMENT,
    "NegotiationId" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    "Attribution" TEXT NOT NULL,
    "Sourcing" INTEGER NOT NULL,
    "Side" TEXT NOT NULL,
    "Priority" INTEGER NOT NULL,
    "HeardAt" INTEGER NOT NULL,
    "Disputes" TEXT NOT NULL,
    CONSTRAINT "FK_Updates_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_Agenda_NegotiationId_State" ON "Agenda" ("NegotiationId", "State");

CREATE INDEX "IX_Agenda_Open" ON "Agenda" ("Kind", "Due") WHERE "State" = 1;

CREATE INDEX "IX_Agenda_SubjectId_Kind_State" ON "Agenda" ("SubjectId", "Kind", "State");

CREATE INDEX "IX_Changes_NegotiationId_At" ON "Changes" ("NegotiationId", "At");

CREATE UNIQUE INDEX "IX_Deadlines_NegotiationId_Number" ON "Deadlines" ("NegotiationId", "Number");

CREATE INDEX "IX_Deliveries_DueAt" ON "Deliveries" ("DueAt");

CREATE UNIQUE INDEX "IX_Deliveries_Key" ON "Deliveries" ("Key");

CREATE INDEX "IX_Deliveries_Outbox" ON "Deliveries" ("Connection", "State", "Priority", "DueAt") WHERE "State" in (1, 2);

CREATE INDEX "IX_Deliveries_Talks_Subject" ON "Deliveries" ("Talks", "Subject");

CREATE INDEX "IX_Follows_Channel" ON "Follows" ("Channel");

CREATE UNIQUE INDEX "IX_Follows_NegotiationId_Channel" ON "Follows" ("NegotiationId", "Channel");

CREATE UNIQUE INDEX "IX_Negotiations_Slug" ON "Negotiations" ("Slug");

CREATE UNIQUE INDEX "IX_Points_NegotiationId_Number" ON "Points" ("NegotiationId", "Number");

CREATE UNIQUE INDEX "IX_Sessions_NegotiationId_Number" ON "Sessions" ("NegotiationId", "Number");

CREATE UNIQUE INDEX "IX_Updates_NegotiationId_Number" ON "Updates" ("NegotiationId", "Number");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123191326_Record', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Updates" ADD "Approval" TEXT NULL;

ALTER TABLE "Updates" ADD "Embargo" TEXT NULL;

ALTER TABLE "Updates" ADD "Killing" TEXT NULL;

ALTER TABLE "Updates" ADD "Revisions" TEXT NOT NULL DEFAULT '[]';

ALTER TABLE "Follows" ADD "Settings_Escalate" TEXT NULL;

ALTER TABLE "Follows" ADD "Settings_Live" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Follows" ADD "Settings_Quiet" TEXT NULL;

ALTER TABLE "Deliveries" ADD "Act" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "Deliveries" ADD "ActId" INTEGER NULL;

ALTER TABLE "Deliveries" ADD "AwaitsId" INTEGER NULL;

ALTER TABLE "Deliveries" ADD "Before" TEXT NULL;

ALTER TABLE "Deliveries" ADD "Shows" TEXT NOT NULL DEFAULT '';

ALTER TABLE "Deliveries" ADD "TargetId" INTEGER NULL;

UPDATE Deliveries SET Shows = ' ' || Subject || ' ' WHERE Kind = 6;

ALTER TABLE "Changes" ADD "Act" TEXT NOT NULL DEFAULT '';

ALTER TABLE "Changes" ADD "Undoes" TEXT NOT NULL DEFAULT '';

CREATE TABLE "Acts" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Acts" PRIMARY KEY AUTOINCREMENT,
    "Key" TEXT NOT NULL,
    "Talks" TEXT NOT NULL,
    "Line" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "By" TEXT NOT NULL,
    "Person" TEXT NOT NULL,
    "Where" TEXT NOT NULL,
    "Parts" TEXT NOT NULL,
    "UndoneBy" TEXT NULL
);

CREATE TABLE "Handovers" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Handovers" PRIMARY KEY AUTOINCREMENT,
    "Person" TEXT NOT NULL,
    "At" INTEGER NOT NULL
);

CREATE TABLE "Roles" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Roles" PRIMARY KEY AUTOINCREMENT,
    "To" TEXT NOT NULL,
    "Role" INTEGER NOT NULL
);

CREATE INDEX "IX_Deliveries_ActId" ON "Deliveries" ("ActId") WHERE "ActId" is not null;

CREATE INDEX "IX_Deliveries_AwaitsId" ON "Deliveries" ("AwaitsId") WHERE "AwaitsId" is not null;

CREATE INDEX "IX_Deliveries_Held" ON "Deliveries" ("FollowId") WHERE "State" = 7;

CREATE INDEX "IX_Deliveries_TargetId" ON "Deliveries" ("TargetId") WHERE "TargetId" is not null;

CREATE UNIQUE INDEX "IX_Acts_Key" ON "Acts" ("Key");

CREATE INDEX "IX_Acts_Talks_At" ON "Acts" ("Talks", "At");

CREATE UNIQUE INDEX "IX_Handovers_Person" ON "Handovers" ("Person");

CREATE UNIQUE INDEX "IX_Roles_To" ON "Roles" ("To");

CREATE TABLE "ef_temp_Changes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Changes" PRIMARY KEY AUTOINCREMENT,
    "Act" TEXT NOT NULL,
    "After" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "Before" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "NegotiationId" INTEGER NULL,
    "Subject" TEXT NOT NULL,
    "Undoes" TEXT NOT NULL,
    "Verb" TEXT NOT NULL,
    "Where" TEXT NOT NULL,
    CONSTRAINT "FK_Changes_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE SET NULL
);

INSERT INTO "ef_temp_Changes" ("Id", "Act", "After", "At", "Before", "By", "NegotiationId", "Subject", "Undoes", "Verb", "Where")
SELECT "Id", "Act", "After", "At", "Before", "By", "NegotiationId", "Subject", "Undoes", "Verb", "Where"
FROM "Changes";

COMMIT;

PRAGMA foreign_keys = 0;

BEGIN TRANSACTION;
DROP TABLE "Changes";

ALTER TABLE "ef_temp_Changes" RENAME TO "Changes";

COMMIT;

PRAGMA foreign_keys = 1;

BEGIN TRANSACTION;
CREATE INDEX "IX_Changes_NegotiationId_At" ON "Changes" ("NegotiationId", "At");

COMMIT;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123215959_EditorsDesk', '10.0.15');

BEGIN TRANSACTION;
CREATE TABLE "KeptLines" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_KeptLines" PRIMARY KEY AUTOINCREMENT,
    "Key" TEXT NOT NULL,
    "Line" TEXT NOT NULL,
    "Until" INTEGER NOT NULL
);

CREATE UNIQUE INDEX "IX_KeptLines_Key" ON "KeptLines" ("Key");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126222011_KeptLines', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Acts" ADD "IdempotencyKey" TEXT NULL;

CREATE INDEX "IX_Acts_IdempotencyKey" ON "Acts" ("IdempotencyKey");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127023707_IdempotencyKeys', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Updates" ADD "CameOutAt" INTEGER NULL;

ALTER TABLE "Updates" ADD "Group" INTEGER NULL;

ALTER TABLE "Updates" ADD "Standing" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Negotiations" ADD "ChangedAt" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Negotiations" ADD "Import" TEXT NULL;

ALTER TABLE "Negotiations" ADD "LastDeadline" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Negotiations" ADD "LastPoint" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Negotiations" ADD "LastSession" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Negotiations" ADD "LastUpdate" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Negotiations" ADD "Revision" INTEGER NOT NULL DEFAULT 0;

CREATE INDEX "IX_Updates_NegotiationId_Group" ON "Updates" ("NegotiationId", "Group") WHERE "Group" is not null;

CREATE INDEX "IX_Updates_NegotiationId_Standing_CameOutAt_Number" ON "Updates" ("NegotiationId", "Standing", "CameOutAt", "Number");

CREATE INDEX "IX_Updates_NegotiationId_Standing_HeardAt_Number" ON "Updates" ("NegotiationId", "Standing", "HeardAt", "Number");

CREATE INDEX "IX_Sessions_State" ON "Sessions" ("State");

CREATE INDEX "IX_Negotiations_ChangedAt" ON "Negotiations" ("ChangedAt");

CREATE INDEX "IX_Negotiations_Import" ON "Negotiations" ("Import") WHERE "Import" is not null;

CREATE INDEX "IX_Deliveries_Receipts" ON "Deliveries" ("Talks", "DueAt", "State", "SentAt");

CREATE INDEX "IX_Deliveries_Waiting" ON "Deliveries" ("Talks") WHERE "State" in (1, 7);

CREATE INDEX "IX_Deadlines_Passed" ON "Deadlines" ("State") WHERE "State" = 6;

CREATE INDEX "IX_Changes_NegotiationId_Subject" ON "Changes" ("NegotiationId", "Subject");

CREATE INDEX "IX_Changes_NegotiationId_Verb_At" ON "Changes" ("NegotiationId", "Verb", "At");

CREATE INDEX "IX_Changes_Undoes" ON "Changes" ("Undoes") WHERE "Undoes" <> '';

CREATE INDEX "IX_Acts_Person" ON "Acts" ("Person");

UPDATE "Updates" SET
    "Standing" = CASE
        WHEN "Killing" IS NOT NULL THEN 3
        WHEN ("Embargo" IS NULL AND ("Approval" IS NULL OR json_extract("Approval", '$.State') = 1)) THEN 1
        WHEN "Embargo" IS NOT NULL OR json_extract("Approval", '$.State') = 0 THEN 2
        ELSE 4
    END,
    "CameOutAt" = CASE WHEN ("Embargo" IS NULL AND ("Approval" IS NULL OR json_extract("Approval", '$.State') = 1)) THEN coalesce(
        (SELECT max(c."At") FROM "Changes" AS c
            WHERE c."NegotiationId" = "Updates"."NegotiationId" AND c."Subject" = '#' || "Updates"."Number"
                AND c."Verb" IN ('Added', 'Lifted', 'Broken', 'Approved')),
        "HeardAt") END;

UPDATE "Negotiations" SET
    "Revision" = (SELECT count(*) FROM "Changes" AS c WHERE c."NegotiationId" = "Negotiations"."Id"),
    "ChangedAt" = coalesce(
        (SELECT max(c."At") FROM "Changes" AS c WHERE c."NegotiationId" = "Negotiations"."Id" AND c."Verb" <> 'Acknowledged'),
        "OpenedAt"),
    "LastDeadline" = max(
        (SELECT coalesce(max(p."Number"), 0) FROM "Deadlines" AS p WHERE p."NegotiationId" = "Negotiations"."Id"),
        (SELECT coalesce(max(CAST(substr(c."Subject", 2) AS INTEGER)), 0) FROM "Changes" AS c
            WHERE c."NegotiationId" = "Negotiations"."Id" AND c."Verb" = 'Added' AND c."Subject" GLOB 'D[0-9]*')),
    "LastSession" = max(
        (SELECT coalesce(max(p."Number"), 0) FROM "Sessions" AS p WHERE p."NegotiationId" = "Negotiations"."Id"),
        (SELECT coalesce(max(CAST(substr(c."Subject", 2) AS INTEGER)), 0) FROM "Changes" AS c
            WHERE c."NegotiationId" = "Negotiations"."Id" AND c."Verb" = 'Added' AND c."Subject" GLOB 'S[0-9]*')),
    "LastUpdate" = max(
        (SELECT coalesce(max(p."Number"), 0) FROM "Updates" AS p WHERE p."NegotiationId" = "Negotiations"."Id"),
        (SELECT coalesce(max(CAST(substr(c."Subject", 2) AS INTEGER)), 0) FROM "Changes" AS c
            WHERE c."NegotiationId" = "Negotiations"."Id" AND c."Verb" = 'Added' AND c."Subject" GLOB '#[0-9]*')),
    "LastPoint" = max(
        (SELECT coalesce(max(p."Number"), 0) FROM "Points" AS p WHERE p."NegotiationId" = "Negotiations"."Id"),
        (SELECT coalesce(max(CAST(substr(c."Subject", 2) AS INTEGER)), 0) FROM "Changes" AS c
            WHERE c."NegotiationId" = "Negotiations"."Id" AND c."Verb" = 'Added' AND c."Subject" GLOB 'P[0-9]*'));

CREATE TEMP TABLE "Beside" AS
    SELECT u."NegotiationId" AS "Talks", u."Number" AS "One", j."value" AS "Other" FROM "Updates" AS u, json_each(u."Disputes") AS j
    UNION
    SELECT u."NegotiationId", j."value", u."Number" FROM "Updates" AS u, json_each(u."Disputes") AS j;
CREATE INDEX temp."IX_Beside" ON "Beside" ("Talks", "One");
CREATE TEMP TABLE "Grouped" AS
    WITH RECURSIVE "Reach" ("Talks", "Number", "First") AS (
        SELECT "Talks", "One", "One" FROM "Beside"
        UNION
        SELECT r."Talks", b."Other", r."First" FROM "Reach" AS r
            JOIN "Beside" AS b ON b."Talks" = r."Talks" AND b."One" = r."Number"
            WHERE r."First" < b."Other")
    SELECT "Talks", "Number", min("First") AS "First" FROM "Reach" GROUP BY "Talks", "Number";
UPDATE "Updates" SET "Group" = (SELECT g."First" FROM "Grouped" AS g WHERE g."Talks" = "Updates"."NegotiationId" AND g."Number" = "Updates"."Number")
    WHERE "Number" IN (SELECT "Number" FROM "Grouped");
DROP TABLE temp."Grouped";
DROP TABLE temp."Beside";

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127115506_WhatACommandConcerns', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
DROP INDEX "IX_Acts_IdempotencyKey";

ALTER TABLE "Deliveries" ADD "ChangedFor" INTEGER NULL;

ALTER TABLE "Deliveries" ADD "LeasedBy" TEXT NULL;

ALTER TABLE "Deliveries" ADD "LeasedUntil" INTEGER NULL;

ALTER TABLE "Deliveries" ADD "Reason" INTEGER NULL;

ALTER TABLE "Deliveries" ADD "ToldAt" INTEGER NULL;

update "Deliveries" set "Reason" = 1 where "State" = 4 and "LastOutcome" = 'its message says so from the start';

update "Deliveries" set "Reason" = 2 where "State" = 3 and "LastOutcome" like 'perhaps twice: %';

update "Deliveries" set "Reason" = 4 where "Kind" = 12 and "Act" = 1 and "Post" like '%no longer kept up to date%';

update "Deliveries" set "ToldAt" = 0 where "Act" <> 1 and "State" = 6;

update "Deliveries" set "NotBefore" = "DueAt" where "State" = 1;

update "Acts" set "IdempotencyKey" = null where "UndoneBy" is null and exists (select 1 from "Acts" as "Earlier" where "Earlier"."IdempotencyKey" = "Acts"."IdempotencyKey" and "Earlier"."UndoneBy" is null and "Earlier"."Id" < "Acts"."Id");

CREATE TABLE "ChannelPauses" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ChannelPauses" PRIMARY KEY AUTOINCREMENT,
    "Connection" TEXT NOT NULL,
    "Place" TEXT NOT NULL,
    "Lane" INTEGER NOT NULL,
    "Until" INTEGER NOT NULL,
    "Since" INTEGER NOT NULL,
    "Reason" INTEGER NOT NULL,
    "Why" TEXT NOT NULL,
    "Tries" INTEGER NOT NULL
);

CREATE INDEX "IX_Deliveries_Unmade" ON "Deliveries" ("Connection", "DueAt") WHERE "Act" <> 1 and "ToldAt" is null and "State" in (1, 2, 6);

CREATE UNIQUE INDEX "IX_Acts_IdempotencyKey" ON "Acts" ("IdempotencyKey") WHERE "IdempotencyKey" is not null and "UndoneBy" is null;

CREATE UNIQUE INDEX "IX_ChannelPauses_Connection_Place_Lane" ON "ChannelPauses" ("Connection", "Place", "Lane");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127120744_ChannelPauses', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "ClaimedServers" (
    "Connection" TEXT NOT NULL CONSTRAINT "PK_ClaimedServers" PRIMARY KEY,
    "Server" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "At" INTEGER NOT NULL
);

CREATE TABLE "JoinedPeople" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_JoinedPeople" PRIMARY KEY AUTOINCREMENT,
    "One" TEXT NOT NULL,
    "Other" TEXT NOT NULL
);

CREATE UNIQUE INDEX "IX_JoinedPeople_One_Other" ON "JoinedPeople" ("One", "Other");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127123328_Claims', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
DROP INDEX "IX_Deliveries_Held";

DROP INDEX "IX_Deliveries_Outbox";

CREATE INDEX "IX_Deliveries_Held" ON "Deliveries" ("Talks") WHERE "State" = 7;

CREATE INDEX "IX_Deliveries_Leased" ON "Deliveries" ("Connection", "LeasedUntil") WHERE "State" = 2;

CREATE INDEX "IX_Deliveries_Live" ON "Deliveries" ("Talks") WHERE "Kind" = 12;

CREATE INDEX "IX_Deliveries_Outbox" ON "Deliveries" ("Connection", "Priority", "DueAt") WHERE "State" = 1;

CREATE INDEX "IX_Deliveries_ShowsOthers" ON "Deliveries" ("Talks", "Shows") WHERE "Shows" <> '' and "Shows" <> ' ' || "Subject" || ' ';

CREATE INDEX "IX_Deliveries_WaitingOfFollow" ON "Deliveries" ("FollowId") WHERE "State" in (1, 7);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127162456_PartsOfTheOutbox', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "ChannelPauses" ADD "ToldAt" INTEGER NULL;

ALTER TABLE "ChannelPauses" ADD "TriedAt" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "ChannelPauses" ADD "WarnedAt" INTEGER NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127171004_Outages', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127225900_ChangesAsData', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "Reminders" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Reminders" PRIMARY KEY AUTOINCREMENT,
    "Person" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "NegotiationId" INTEGER NOT NULL,
    "Subject" TEXT NOT NULL,
    "Before" INTEGER NOT NULL,
    "Clock" TEXT NOT NULL,
    "AskedAt" INTEGER NOT NULL,
    "ToldOf" INTEGER NULL,
    CONSTRAINT "FK_Reminders_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_Reminders_NegotiationId" ON "Reminders" ("NegotiationId");

CREATE UNIQUE INDEX "IX_Reminders_Person_NegotiationId_Subject_Before" ON "Reminders" ("Person", "NegotiationId", "Subject", "Before");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128000755_Reminders', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Sessions" ADD "Cover" TEXT NULL;

ALTER TABLE "Deadlines" ADD "Cover" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128002338_Coverage', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Follows" ADD "Settings_Thread" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Follows" ADD "Thread" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128004200_Threads', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Updates" ADD "Link" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128033456_SourceLinks', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Sessions" ADD "Repeat" TEXT NULL;

ALTER TABLE "Deadlines" ADD "Repeat" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128035003_Repetitions', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "AccessTokens" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AccessTokens" PRIMARY KEY AUTOINCREMENT,
    "Hash" TEXT NOT NULL,
    "Kind" INTEGER NOT NULL,
    "NegotiationId" INTEGER NULL,
    "Role" INTEGER NULL,
    "Label" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "FK_AccessTokens_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_AccessTokens_Hash" ON "AccessTokens" ("Hash");

CREATE INDEX "IX_AccessTokens_NegotiationId" ON "AccessTokens" ("NegotiationId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128063239_AccessTokens', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "Feeds" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Feeds" PRIMARY KEY AUTOINCREMENT,
    "Address" TEXT NOT NULL,
    "Host" TEXT NOT NULL,
    "Label" TEXT NOT NULL,
    "NegotiationId" INTEGER NULL,
    "Words" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "MutedBecause" TEXT NULL,
    "By" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "NextAt" INTEGER NULL,
    "BusyUntil" INTEGER NULL,
    "ReadAt" INTEGER NULL,
    "Failures" INTEGER NOT NULL,
    "Trouble" TEXT NOT NULL,
    "ETag" TEXT NULL,
    "LastModified" TEXT NULL,
    CONSTRAINT "FK_Feeds_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Leads" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Leads" PRIMARY KEY AUTOINCREMENT,
    "FeedId" INTEGER NOT NULL,
    "Mark" TEXT NOT NULL,
    "Hash" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Link" TEXT NULL,
    "PublishedAt" INTEGER NULL,
    "FoundAt" INTEGER NOT NULL,
    "SeenAt" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "NegotiationId" INTEGER NULL,
    "Update" INTEGER NULL,
    "SameAs" INTEGER NULL,
    "Changes" INTEGER NOT NULL,
    CONSTRAINT "FK_Leads_Feeds_FeedId" FOREIGN KEY ("FeedId") REFERENCES "Feeds" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Leads_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE SET NULL
);

CREATE INDEX "IX_Feeds_NegotiationId" ON "Feeds" ("NegotiationId");

CREATE INDEX "IX_Feeds_NextAt" ON "Feeds" ("NextAt");

CREATE UNIQUE INDEX "IX_Leads_FeedId_Mark" ON "Leads" ("FeedId", "Mark");

CREATE INDEX "IX_Leads_FoundAt" ON "Leads" ("FoundAt");

CREATE INDEX "IX_Leads_NegotiationId" ON "Leads" ("NegotiationId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128104840_Feeds', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Agenda" ADD "ToldTo" INTEGER NOT NULL DEFAULT 0;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128140644_FollowSlices', '10.0.15');

COMMIT;

