using TalksBot.Core.Commands;

namespace TalksBot.Features.Archive;

/// <summary>A form in which talks are handed out.</summary>
/// <param name="Word">Its name in commands, and the ending of its files.</param>
/// <param name="MediaType">What its files hold.</param>
/// <param name="Title">Its name in print.</param>
public sealed record ExportFormat(string Word, string MediaType, string Title)
{
    /// <summary>The whole record, to be read back.</summary>
    public static readonly ExportFormat Json = new("json", "application/json", "JSON");

    /// <summary>The chronology, to be read.</summary>
    public static readonly ExportFormat Markdown = new("md", "text/markdown", "Markdown");

    /// <summary>The chronology, for spreadsheets.</summary>
    public static readonly ExportFormat Csv = new("csv", "text/csv", "CSV");

    /// <summary>The chronology, for calendars.</summary>
    public static readonly ExportFormat Calendar = new("ics", "text/calendar", "a calendar");

    /// <summary>All of them; the first is meant where none is named.</summary>
    public static readonly IReadOnlyList<ExportFormat> All = [Json, Markdown, Csv, Calendar];

    /// <summary>The names of all of them.</summary>
    public static string[] Words => [.. All.Select(format => format.Word)];

    /// <summary>The format with this name; the name must be one of them.</summary>
    public static ExportFormat Named(string word) => All.Single(format => string.Equals(format.Word, word, StringComparison.OrdinalIgnoreCase));

    /// <summary>A file in this format.</summary>
    internal ReplyFile File(string name, string content) => new($"{name}.{Word}", MediaType, content);
}
