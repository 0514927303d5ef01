using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace TalksBot.Storage;

/// <summary>Something the database remembers about itself, such as the time-zone data its agenda was planned with.</summary>
public sealed class Fact
{
    /// <summary>The name of the version of the time-zone data.</summary>
    public const string TimeZoneData = "time-zone-data";

    /// <summary>The name of the installation's own id, which makes the names of its calendar events its own.</summary>
    public const string Installation = "installation";

    /// <summary>The name of the form in which changes say what they made of things; missing where an older version kept words.</summary>
    public const string ChangeForm = "change-form";

    /// <summary>The name of the moment at which this copy of a database was made, in ticks since 1970; missing where it is no copy.</summary>
    public const string CopiedAt = "copied-at";

    /// <summary>The name of the moment at which this database was restored from a copy, in ticks since 1970; missing where it never was.</summary>
    public const string RestoredAt = "restored-at";

    /// <summary>The name of the moment at which the last good copy was put into the folder of copies, in ticks since 1970.</summary>
    public const string BackedUpAt = "backed-up-at";

    /// <summary>The name of the moment at which somebody last asked whether the desk is ready, in ticks since 1970: written to see that it can be.</summary>
    public const string AskedReadyAt = "asked-ready-at";

    /// <summary>The name of how many receipts went, as JSON, so that the totals stay true.</summary>
    public const string ForgottenReceipts = "forgotten-receipts";

    /// <summary>Begins the names of the moments up to which those outside chat have got their digests, in ticks since 1970; who they are follows as a hash.</summary>
    public const string SubscribedDigest = "subscribed-digest-";

    /// <summary>Begins the names of which bot speaks over a connection, as a hash; the connection follows.</summary>
    public const string Bot = "bot-";
    /// <summary>Begins the names of the channels whose follows some calendars show; the row of the calendar's token follows.</summary>
    public const string CalendarChannel = "calendar-channel-";

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its value.</summary>
    public required string Value { get; set; }
}

/// <summary>What the database remembers about itself, read and written.</summary>
public static class DatabaseFacts
{
    /// <summary>What is remembered under a name; null where nothing is.</summary>
    public static Task<string?> RecallAsync(this TalksDb db, string name, CancellationToken token) =>
        db.Facts.Where(fact => fact.Name == name).Select(fact => fact.Value).SingleOrDefaultAsync(token);

    /// <summary>The moment that is remembered under a name, as <see cref="RememberAsync(TalksDb, string, Instant, CancellationToken)"/> writes it; null where none is.</summary>
    public static async Task<Instant?> RecallMomentAsync(this TalksDb db, string name, CancellationToken token) =>
        await db.RecallAsync(name, token) is { } ticks ? Instant.FromUnixTimeTicks(long.Parse(ticks, CultureInfo.InvariantCulture)) : null;

    /// <summary>Remembers it in place of what stood there, once the transaction at hand is saved.</summary>
    public static async Task RememberAsync(this TalksDb db, string name, string value, CancellationToken token)
    {
        if (await db.Facts.SingleOrDefaultAsync(fact => fact.Name == name, token) is { } known)
        {
            known.Value = value;
            return;
        }

        db.Facts.Add(new Fact { Name = name, Value = value });
    }

    /// <summary>Remembers a moment, in ticks since 1970.</summary>
    public static Task RememberAsync(this TalksDb db, string name, Instant at, CancellationToken token) =>
        db.RememberAsync(name, at.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture), token);
}
