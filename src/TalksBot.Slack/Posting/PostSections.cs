using System.Text;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Posting;

/// <summary>Deals lines out over sections: as few as possible, cutting a line only where it must be.</summary>
internal sealed class PostSections
{
    /// <summary>Less room than this in a section is not worth beginning a line in that has to be cut.</summary>
    private const int LeastRoom = 512;

    private readonly List<Section> _sections = [];
    private int _left;

    private PostSections(int budget) => _left = budget;

    /// <summary>The lines within the limits; where they are too many, as many as fit and word that there was more.</summary>
    /// <param name="lines">The lines, top-down.</param>
    /// <param name="notice">The word that there was more.</param>
    public static IReadOnlyList<Block> Deal(IReadOnlyList<PostLine> lines, string notice)
    {
        var sections = new PostSections(BlockLimits.AllSections);
        var whole = lines.All(sections.TryAdd);
        if (sections._sections.Count > BlockLimits.Sections)
        {
            // Lines that take turns between markup and none make a section each; without markup they fit together.
            lines = [.. lines.Select(line => line.ToLiteral()).OfType<PostLine>()];
            sections = new PostSections(BlockLimits.AllSections);
            whole = lines.All(sections.TryAdd);
        }

        if (!whole)
        {
            sections = new PostSections(BlockLimits.AllSections - notice.Length - 1);
            _ = lines.All(sections.TryAdd);
            sections._left = notice.Length + 1;
            sections.TryAdd(PostLine.Of(notice));
        }

        return [.. sections._sections.Select(section => section.ToText()).OfType<SlackText>().Select(text => new SectionBlock(text))];
    }

    /// <summary>Adds a line; false when it was cut because the budget is spent.</summary>
    private bool TryAdd(PostLine line)
    {
        var section = Opened(line.Form);
        while (line.Write() is var whole && whole.Length > Math.Min(section.Room, _left))
        {
            if (_left <= section.Room)
            {
                Append(section, line.Shorten(_left - 1));
                _left = 0;
                return false;
            }

            if (!section.IsEmpty && (whole.Length <= BlockLimits.Section || section.Room < LeastRoom))
            {
                section = Begin(line.Form);
                continue;
            }

            (var begun, line) = line.Split(section.Room);
            Append(section, begun);
            section = Begin(line.Form);
        }

        Append(section, line.Write());
        return true;
    }

    /// <summary>What its own markup alone makes too long is left out.</summary>
    private void Append(Section section, string line)
    {
        if (line.Length <= section.Room)
        {
            section.Add(line);
            _left -= line.Length + 1;
        }
    }

    private Section Opened(LineForm form) => _sections.Count > 0 && _sections[^1].TryTake(form) ? _sections[^1] : Begin(form);

    private Section Begin(LineForm form)
    {
        _sections.Add(new Section(form));
        return _sections[^1];
    }

    /// <summary>Lines that can stand together.</summary>
    private sealed class Section(LineForm form)
    {
        private readonly StringBuilder _text = new();
        private LineForm _form = form;

        public bool IsEmpty => _text.Length == 0;

        public int Room => BlockLimits.Section - _text.Length - (IsEmpty ? 0 : 1);

        public bool TryTake(LineForm form)
        {
            if (_form is LineForm.Either)
            {
                _form = form;
            }

            return form is LineForm.Either || form == _form;
        }

        public void Add(string line) => _text.Append(IsEmpty ? "" : "\n").Append(line);

        /// <summary>Null when there is nothing to read: Slack refuses an empty text.</summary>
        public SlackText? ToText()
        {
            var text = _text.ToString().Trim();
            return text.Length == 0 ? null : _form is LineForm.Marked ? SlackText.Markup(text) : SlackText.Plain(text);
        }
    }
}
