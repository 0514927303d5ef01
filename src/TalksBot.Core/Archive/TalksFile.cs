using System.Globalization;
using System.Text;
using System.Text.Json;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;

namespace TalksBot.Core.Archive;

/// <summary>Negotiations as a JSON file that people can read, write and carry to another desk.</summary>
public sealed record TalksFile
{
    /// <summary>The mark of the format that this program writes and reads.</summary>
    public const string CurrentFormat = "talksbot/1";

    /// <summary>The largest file taken, in bytes.</summary>
    public const int LargestSize = 1024 * 1024 * 1024;

    /// <summary>The most items one list in the file may have.</summary>
    public const int LongestList = 1_000_000;

    /// <summary>The mark of the format.</summary>
    public required string Format { get; init; }

    /// <summary>The negotiations.</summary>
    public required IReadOnlyList<FiledTalks> Talks { get; init; }

    /// <summary>Reads a file from its text.</summary>
    public static TalksFileReading Read(string text) => text.Length > LargestSize
        ? TooLarge(LargestSize)
        : Read(Encoding.UTF8.GetBytes(text));

    /// <summary>Reads a file from its bytes, UTF-8.</summary>
    public static TalksFileReading Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > LargestSize)
        {
            return TooLarge(LargestSize);
        }

        if (JsonSyntax.Refuse(bytes, out var json) is { } broken)
        {
            return new TalksFileReading.Refused(broken);
        }

        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement);
    }

    /// <summary>Reads a file from a stream, no further than a file may be large.</summary>
    public static Task<TalksFileReading> ReadAsync(Stream stream, CancellationToken cancellationToken) => ReadAsync(stream, LargestSize, cancellationToken);

    /// <summary>The same where a file may be no larger than that, in bytes.</summary>
    public static async Task<TalksFileReading> ReadAsync(Stream stream, int largest, CancellationToken cancellationToken)
    {
        if (stream.CanSeek && stream.Length > largest)
        {
            return TooLarge(largest);
        }

        using var taken = new MemoryStream();
        var block = new byte[64 * 1024];
        while (taken.Length <= largest)
        {
            var count = await stream.ReadAsync(block, cancellationToken);
            if (count == 0)
            {
                break;
            }

            taken.Write(block.AsSpan(0, count));
        }

        return taken.Length > largest ? TooLarge(largest) : Read(taken.GetBuffer().AsMemory(0, (int)taken.Length));
    }

    private static TalksFileReading.Refused TooLarge(int largest) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The file is larger than {largest / (1024 * 1024):N0} MB; split it into files with fewer talks."));

    /// <summary>Negotiations as such a file, without what may not be shown: indented, always in the same order, lines ended by LF.</summary>
    public static string Write(IEnumerable<Negotiation> negotiations)
    {
        var file = new TalksFile { Format = CurrentFormat, Talks = [.. negotiations.Select(FiledTalks.Published)] };
        return JsonSerializer.Serialize(file, FileForms.Options) + "\n";
    }

    private static TalksFileReading Read(JsonElement root)
    {
        if ((FormatMark.Refuse(root) ?? JsonShape.Refuse(root, typeof(TalksFile))) is { } unlike)
        {
            return new TalksFileReading.Refused(unlike);
        }

        try
        {
            var file = root.Deserialize<TalksFile>(FileForms.Options)!;
            return TalksRules.Refuse(file) is { } why ? new TalksFileReading.Refused(why) : new TalksFileReading.Understood(file with { Talks = [.. file.Talks.Select(OldWords.Read)] });
        }
        catch (JsonException fault)
        {
            // The shape is sound by now, so only the forms in FileForms refuse, each with a sentence of ours.
            return new TalksFileReading.Refused($"{fault.Path?[2..]} {fault.Message}");
        }
    }
}

/// <summary>What came of reading a file. A closed set: understood or refused.</summary>
public abstract record TalksFileReading
{
    private TalksFileReading()
    {
    }

    /// <summary>Every word of the file is sound.</summary>
    /// <param name="File">What it holds.</param>
    public sealed record Understood(TalksFile File) : TalksFileReading;

    /// <summary>Nothing of the file is taken.</summary>
    /// <param name="Why">One sentence: the place, what is wrong there and how to mend it.</param>
    public sealed record Refused(string Why) : TalksFileReading;
}

/// <summary>The mark by which a file says what it is.</summary>
internal static class FormatMark
{
    private const string Family = "talksbot/";

    /// <summary>Null when this program reads files so marked, else the sentence that refuses the file.</summary>
    public static string? Refuse(JsonElement root)
    {
        var mark = root.ValueKind is JsonValueKind.Object && root.TryGetProperty("format", out var found) ? JsonText.Of(found) : null;
        if (mark == TalksFile.CurrentFormat)
        {
            return null;
        }

        return mark is not null && mark.StartsWith(Family, StringComparison.Ordinal)
            && uint.TryParse(mark[Family.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 1
            ? $"The file was written by a newer TalksBot (format {Family}{version}); update TalksBot, or export it again as {TalksFile.CurrentFormat}."
            : $"This is no TalksBot file: it must be one object with \"format\": \"{TalksFile.CurrentFormat}\" and \"talks\".";
    }
}
