namespace TalksBot.Storage.Postgres;

/// <summary>
/// The index of words in PostgreSQL, as a migration makes it. Triggers keep it, so that it agrees with the record whoever writes; what is not
/// shown is never in it.
/// </summary>
internal static class PostgresSearchIndex
{
    /// <summary>What tells the kinds apart: a row's place in the index is its number times this, plus its kind.</summary>
    public const int Kinds = 8;

    /// <summary>Accents do not count, and neither does the case, whatever the language of the server is.</summary>
    private const string Plain =
        """
        CREATE FUNCTION search_plain(words text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
            SELECT lower(regexp_replace(normalize(coalesce(words, ''), NFD), '[\u0300-\u036f]', '', 'g') COLLATE "und-x-icu") $$;

        """;

    /// <summary>Everything that is neither letter nor digit parts words, as the index of SQLite has it.</summary>
    private const string Words =
        """
        CREATE FUNCTION search_words(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
            SELECT to_tsvector('simple', regexp_replace(search_plain(words), '[\u0001-/:-@\[-`{-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u2000-\u206f\u3000-\u3003\u3008-\u3020]+', ' ', 'g')) $$;

        """;

    private const string Table =
        """
        CREATE TABLE "Search" ("Place" bigint PRIMARY KEY, "Talks" integer NOT NULL, "Words" tsvector NOT NULL);
        CREATE INDEX "IX_Search_Words" ON "Search" USING gin ("Words");
        CREATE INDEX "IX_Search_Talks" ON "Search" ("Talks");
        """;

    /// <summary>Makes the index, empty, and has it kept.</summary>
    public static string Make { get; } = string.Concat(
        Plain,
        Words,
        Table,
        Keep(1, "Negotiations", "Id", "\"Title\"", "\"Venue\"", ["Title", "Venue"]),
        Keep(2, "Deadlines", "NegotiationId", "\"Label\"", "\"Consequence\"", ["Label", "Consequence"]),
        Keep(3, "Sessions", "NegotiationId", "\"Who\"", "\"Place\"", ["Who", "Place"]),
        Keep(4, "Updates", "NegotiationId", "\"Text\"", "\"Attribution\"", ["Text", "Attribution", "Standing"], "new.\"Standing\" = 1"),
        Keep(5, "Points", "NegotiationId", "\"Title\"", "(SELECT string_agg(w ->> 'Wording', ' ') FROM jsonb_array_elements(new.\"Wordings\"::jsonb) AS w)", ["Title", "Wordings"]));

    /// <summary>Takes it away.</summary>
    public static string Unmake { get; } = string.Concat(
        string.Concat(((string[])["Negotiations", "Deadlines", "Sessions", "Updates", "Points"]).Select(table => $"DROP TRIGGER \"Search_{table}\" ON \"{table}\"; DROP FUNCTION \"Search_{table}\"(); ")),
        "DROP TABLE \"Search\"; DROP FUNCTION search_words(text); DROP FUNCTION search_plain(text);");

    private static string Keep(int kind, string table, string talks, string words, string beside, string[] columns, string shown = "true")
    {
        var other = beside.StartsWith('(') ? beside : $"new.{beside}";
        var changed = string.Join(", ", columns.Select(column => $"\"{column}\""));
        return
            $"""
            CREATE FUNCTION "Search_{table}"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF TG_OP <> 'INSERT' THEN
                    DELETE FROM "Search" WHERE "Place" = old."Id"::bigint * {Kinds} + {kind};
                END IF;
                IF TG_OP <> 'DELETE' THEN
                    IF {shown} THEN
                        INSERT INTO "Search" ("Place", "Talks", "Words")
                        VALUES (new."Id"::bigint * {Kinds} + {kind}, new."{talks}", setweight(search_words(new.{words}), 'A') || setweight(search_words({other}), 'D'));
                    END IF;
                END IF;
                RETURN NULL;
            END $$;
            CREATE TRIGGER "Search_{table}" AFTER INSERT OR DELETE OR UPDATE OF {changed} ON "{table}" FOR EACH ROW EXECUTE FUNCTION "Search_{table}"();

            """;
    }
}
