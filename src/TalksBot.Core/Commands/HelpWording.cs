using TalksBot.Core.Posts;
using TalksBot.Core.Text;

namespace TalksBot.Core.Commands;

/// <summary>What the desk says about its own commands.</summary>
public static class HelpWording
{
    /// <summary>The answer to <c>help</c>.</summary>
    /// <param name="book">The commands there are.</param>
    /// <param name="topic">A command, a group, a topic, or empty for everything.</param>
    /// <param name="role">What the asker may do; other commands are left out of lists.</param>
    public static Reply About(CommandBook book, string topic, Role role)
    {
        var asked = string.Join(' ', topic.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
        if (asked.Length == 0)
        {
            return Reply.Answer(Book(book, role));
        }

        if (book.Find(asked) is { } spec)
        {
            return Reply.Answer(Command(spec));
        }

        if (HelpTopics.Find(asked) is { } explained)
        {
            return Reply.Answer(explained);
        }

        if (book.Groups.Contains(asked))
        {
            return Reply.Answer(Group(book, asked, role));
        }

        var meant = NearMiss.Of(asked, [.. book.Specs.Select(known => known.Path), .. book.Groups, .. HelpTopics.Names]);
        return meant is null
            ? Reply.Refuse($"There is no help on “{Echo.Of(asked)}”; /talks help lists what there is.")
            : Reply.Refuse(
                $"There is no help on “{Echo.Of(asked)}”. Did you mean “{meant}”?",
                [new PostButton($"help {meant}", $"/talks help {meant}")]);
    }

    /// <summary>The most frequent jobs first, then every command that the asker may give, by its group.</summary>
    public static Post Book(CommandBook book, Role role)
    {
        var jobs = book.Specs.Where(spec => spec.Job.Length > 0 && spec.Role <= role).ToList();
        return new Post(
            "What you can say to the desk",
            Severity.Calm,
            [
                .. jobs.Select(spec => new PostPiece.Field(spec.Job, spec.Example)),
                new PostPiece.Section(jobs.Count == 0 ? "Commands" : "All commands"),
                .. book.Groups.Select(group => (Group: group, Verbs: Verbs(book, group, role))).Where(item => item.Verbs.Length > 0).Select(item => new PostPiece.Field(item.Group, item.Verbs)),
                new PostPiece.Line($"More: /talks help COMMAND, {string.Join(", ", HelpTopics.Names.Select(name => $"help {name}"))}"),
            ])
        {
            Buttons = JobButtons.Of(book, role),
        };
    }

    private static string Verbs(CommandBook book, string group, Role role) => string.Join(
        ", ", book.Specs.Where(spec => spec.Group == group && spec.Role <= role).Select(spec => spec.Path.Split(' ')[^1]));

    /// <summary>One group's commands that the asker may give, with how they are typed.</summary>
    public static Post Group(CommandBook book, string group, Role role) => new(
        $"Commands of “{group}”",
        Severity.Calm,
        [
            .. book.Specs.Where(spec => spec.Group == group && spec.Role <= role).Select(spec => new PostPiece.Field(spec.Usage, spec.Summary))
                .DefaultIfEmpty<PostPiece>(new PostPiece.Line("You may give none of them; a chief can give you a role.")),
        ]);

    /// <summary>Everything about one command.</summary>
    public static Post Command(CommandSpec spec) => new(
        $"{spec.Path} – {spec.Summary}",
        Severity.Calm,
        [
            .. Typing(spec),
            .. spec.Parameters.Select(parameter => new PostPiece.Field(parameter.Name, Meaning(parameter))),
            .. spec.Alias.Length == 0 ? Array.Empty<PostPiece>() : [new PostPiece.Field("For short", $"/talks {spec.Alias}")],
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
        var place = parameter.NamedOnly ? $", by name as {parameter.Name}:…" : "";
        return $"{parameter.Asks} ({(parameter is { Required: true, FromHere: false } ? "needed" : "optional")}{place})";
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
}
