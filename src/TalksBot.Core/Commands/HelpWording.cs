using TalksBot.Core.Posts;

namespace TalksBot.Core.Commands;

/// <summary>What the desk says about its own commands.</summary>
public static class HelpWording
{
    /// <summary>The answer to <c>help</c>.</summary>
    /// <param name="book">The commands there are.</param>
    /// <param name="topic">A command, a group, or empty for everything.</param>
    public static Reply About(CommandBook book, string topic)
    {
        var asked = string.Join(' ', topic.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
        if (asked.Length == 0)
        {
            return Reply.Answer(Book(book));
        }

        if (book.Find(asked) is { } spec)
        {
            return Reply.Answer(Command(spec));
        }

        if (book.Groups.Contains(asked))
        {
            return Reply.Answer(Group(book, asked));
        }

        var meant = NearMiss.Of(asked, [.. book.Specs.Select(known => known.Path), .. book.Groups]);
        return meant is null
            ? Reply.Refuse($"There is no help on “{Echo.Of(asked)}”; /talks help lists every command.")
            : Reply.Refuse(
                $"There is no help on “{Echo.Of(asked)}”. Did you mean “{meant}”?",
                [new PostButton($"help {meant}", $"/talks help {meant}")]);
    }

    /// <summary>Every command in its group, a line each.</summary>
    public static Post Book(CommandBook book) => new(
        "What you can say to the desk",
        Severity.Calm,
        [
            .. book.Groups.SelectMany(group => Lines(book, group).Prepend(new PostPiece.Section(group))),
            new PostPiece.Line("More on each: /talks help COMMAND"),
        ]);

    /// <summary>One group's commands with how they are typed.</summary>
    public static Post Group(CommandBook book, string group) => new(
        $"Commands of “{group}”",
        Severity.Calm,
        [
            .. book.Specs.Where(spec => spec.Group == group).Select(spec => new PostPiece.Field(spec.Usage, spec.Summary)),
        ]);

    /// <summary>Everything about one command.</summary>
    public static Post Command(CommandSpec spec) => new(
        $"{spec.Path} – {spec.Summary}",
        Severity.Calm,
        [
            .. Typing(spec),
            .. spec.Parameters.Select(parameter => new PostPiece.Field(parameter.Name, Meaning(parameter))),
            new PostPiece.Field("Who", Who(spec.Role)),
        ]);

    /// <summary>The pieces that show how a command is typed.</summary>
    internal static IEnumerable<PostPiece> Typing(CommandSpec spec)
    {
        yield return new PostPiece.Field("Usage", spec.Usage);
        if (spec.Example.Length > 0)
        {
            yield return new PostPiece.Field("Example", spec.Example);
        }
    }

    /// <summary>A parameter's summary with its choices and whether it may be left out.</summary>
    internal static string Meaning(ParameterSpec parameter)
    {
        var choices = parameter.Choices.Count == 0 ? "" : $" One of {string.Join(", ", parameter.Choices)}.";
        var place = parameter.NamedOnly ? $", by name as {parameter.Name}:…" : "";
        return $"{parameter.Summary}{choices} ({(parameter.Required ? "needed" : "optional")}{place})";
    }

    /// <summary>Who may give a command, in words.</summary>
    internal static string Who(Role role) => role switch
    {
        Role.Reader => "everyone",
        Role.Reporter => "reporters, editors and chiefs",
        Role.Editor => "editors and chiefs",
        Role.Chief => "chiefs",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<PostPiece> Lines(CommandBook book, string group) =>
        book.Specs.Where(spec => spec.Group == group).Select(spec => new PostPiece.Field(spec.Path, spec.Summary));
}
