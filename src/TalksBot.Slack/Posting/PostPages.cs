using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Posting;

/// <summary>Deals lines out over blocks: as few as possible, cutting a line only where it must be.</summary>
internal sealed class PostPages
{
    /// <summary>Less room than this in a block is not worth beginning a line in that has to be cut.</summary>
    private const int LeastRoom = 512;

    private readonly List<List<PostLine>> _sections = [];
    private int _room;
    private int _left;

    private PostPages(int budget) => _left = budget;

    /// <summary>The lines within the limits; where they are too many, as many as fit and word that there was more.</summary>
    /// <param name="lines">The lines, top-down.</param>
    /// <param name="notice">The word that there was more.</param>
    public static IReadOnlyList<Block> Deal(IReadOnlyList<PostLine> lines, string notice)
    {
        var sections = new PostPages(MessageLimits.AllSections);
        if (!lines.All(sections.TryAdd))
        {
            sections = new PostPages(MessageLimits.AllSections - notice.Length - 1);
            _ = lines.All(sections.TryAdd);
            sections._left = notice.Length + 1;
            sections.TryAdd(PostLine.Of(notice));
        }

        return [.. sections._sections.Select(Write).Where(parts => parts.Count > 0).Select(parts => new RichTextBlock(parts))];
    }

    /// <summary>Adds a line; false when it was cut because the budget is spent.</summary>
    private bool TryAdd(PostLine line)
    {
        while (line.Length > Math.Min(_room, _left))
        {
            if (_left <= _room)
            {
                Append(line.Shorten(_left - 1));
                _left = 0;
                return false;
            }

            if (_room < MessageLimits.Section && (line.Length <= MessageLimits.Section || _room < LeastRoom))
            {
                Begin();
                continue;
            }

            (var begun, line) = line.Split(_room);
            Append(begun);
            Begin();
        }

        if (_room <= 0)
        {
            Begin();
        }

        Append(line);
        return true;
    }

    private void Append(PostLine line)
    {
        _sections[^1].Add(line);
        _room -= line.Length + 1;
        _left -= line.Length + 1;
    }

    private void Begin()
    {
        _sections.Add([]);
        _room = MessageLimits.Section;
    }

    /// <summary>Lines of one form together, without the empty ones at either end: Slack refuses what has nothing to read.</summary>
    private static List<RichTextPart> Write(List<PostLine> lines)
    {
        List<RichTextPart> parts = [];
        foreach (var same in Runs([.. lines.SkipWhile(IsEmpty).Reverse().SkipWhile(IsEmpty).Reverse()]))
        {
            List<RichTextElement> elements = [];
            for (var n = 0; n < same.Count; n++)
            {
                elements.AddRange(n == 0 ? same[n].Parts : [RichTextElement.Words("\n"), .. same[n].Parts]);
            }

            parts.Add(RichTextPart.Of(same[0].IsQuote, Joined(elements)));
        }

        return [.. parts.Where(part => part.Elements.Count > 0)];
    }

    private static bool IsEmpty(PostLine line) => line.Parts.All(part => part.Type == "text" && string.IsNullOrWhiteSpace(part.Text));

    private static IEnumerable<List<PostLine>> Runs(IReadOnlyList<PostLine> lines)
    {
        List<PostLine> run = [];
        foreach (var line in lines)
        {
            if (run.Count > 0 && run[0].IsQuote != line.IsQuote)
            {
                yield return run;
                run = [];
            }

            run.Add(line);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    /// <summary>Neighbouring words of one dress as one element, and none that is empty.</summary>
    private static List<RichTextElement> Joined(IEnumerable<RichTextElement> elements)
    {
        List<RichTextElement> joined = [];
        foreach (var element in elements.Where(element => element.Type != "text" || element.Text!.Length > 0))
        {
            if (joined.Count > 0 && joined[^1] is { Type: "text" } before && element.Type == "text" && before.Style == element.Style)
            {
                joined[^1] = before with { Text = before.Text + element.Text };
            }
            else
            {
                joined.Add(element);
            }
        }

        return joined;
    }
}
