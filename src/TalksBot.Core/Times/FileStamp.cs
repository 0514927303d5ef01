using NodaTime.Text;

namespace TalksBot.Core.Times;

/// <summary>A moment in the name of a file: in UTC, to the second, without what a file's name may not hold, and in the order of time by its letters.</summary>
public static class FileStamp
{
    private static readonly InstantPattern Written = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HHmmss'Z'");

    /// <summary>As in <c>2026-11-28T033000Z</c>.</summary>
    public static string Of(Instant at) => Written.Format(at);

    /// <summary>The moment; null where the text is none.</summary>
    public static Instant? Read(string text) => Written.Parse(text) is { Success: true } read ? read.Value : null;
}
