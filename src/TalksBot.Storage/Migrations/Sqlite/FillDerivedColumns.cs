namespace TalksBot.Storage.Migrations.Sqlite;

/// <summary>Derives for records written before them the columns by which the database chooses and counts.</summary>
internal static class FillDerivedColumns
{
    private const string CameOut = """("Embargo" IS NULL AND ("Approval" IS NULL OR json_extract("Approval", '$.State') = 1))""";

    /// <summary>Who may see an update, and since when; the counts of the talks; the accounts that belong together.</summary>
    public const string Sql =
        $"""
        UPDATE "Updates" SET
            "Standing" = CASE
                WHEN "Killing" IS NOT NULL THEN 3
                WHEN {CameOut} THEN 1
                WHEN "Embargo" IS NOT NULL OR json_extract("Approval", '$.State') = 0 THEN 2
                ELSE 4
            END,
            "CameOutAt" = CASE WHEN {CameOut} THEN coalesce(
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
        """;
}
