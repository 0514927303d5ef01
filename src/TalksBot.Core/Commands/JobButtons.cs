using TalksBot.Core.Posts;

namespace TalksBot.Core.Commands;

/// <summary>The five most frequent jobs as buttons: each opens its form, or shows its answer. Pure.</summary>
public static class JobButtons
{
    /// <summary>The command that shows what stands, with these buttons.</summary>
    public const string Desk = "desk";

    /// <summary>Of that command: which job what is shown is for.</summary>
    public const string Job = "job";

    /// <summary>The deadlines, each to be moved or edited.</summary>
    public const string ToMove = "move";

    /// <summary>What waits to be acknowledged.</summary>
    public const string ToSee = "seen";

    /// <summary>Opens talks, with their first deadline.</summary>
    public static PostButton Open { get; } = Form("First deadline…", "open", "title", "deadline", "label", "zone");

    /// <summary>Leads to the deadlines, each with its forms.</summary>
    public static PostButton Move { get; } = new("Move or edit", $"/talks {Desk} {Job}:{ToMove}");

    /// <summary>Leads to what waits to be acknowledged.</summary>
    public static PostButton See { get; } = new("Acknowledge", $"/talks {Desk} {Job}:{ToSee}");

    /// <summary>Tells what changed since whoever presses it was last told.</summary>
    public static PostButton CatchUp { get; } = new("Catch up", "/talks since last");

    /// <summary>Reports an update.</summary>
    /// <param name="talks">The slug of the talks; null where the form's channel says which, or the desk asks.</param>
    public static PostButton Report(string? talks) => About(Form("Report an update…", "update add", "text", "source", "tier", "link"), "update add", talks);

    /// <summary>Sets another deadline of talks.</summary>
    /// <param name="talks">Their slug.</param>
    public static PostButton Set(string talks) => About(Form("Deadline…", "deadline add", "at", "label", "consequence"), "deadline add", talks);

    /// <summary>The jobs that somebody may do, where nothing more is known of what they are about.</summary>
    public static IReadOnlyList<PostButton> Of(CommandBook book, Role role) =>
    [
        .. new[] { ("open", Open), ("update add", Report(talks: null)), ("deadline move", Move), ("acknowledge", See), ("since", CatchUp) }
            .Where(job => book.Find(Desk) is not null && book.Find(job.Item1) is { } spec && spec.Role <= role)
            .Select(job => job.Item2),
    ];

    private static PostButton Form(string label, string path, params IEnumerable<string> fields) =>
        new(label, CommandCall.Written(path, fields.Select(field => (field, PostButton.Unwritten)))) { OpensForm = true };

    private static PostButton About(PostButton button, string path, string? talks) => talks is null
        ? button
        : button with { Command = $"{CommandCall.Written(path, ("talks", talks))}{button.Command[$"/talks {path}".Length..]}" };
}
