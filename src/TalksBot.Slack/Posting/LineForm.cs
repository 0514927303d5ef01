namespace TalksBot.Slack.Posting;

/// <summary>Where a line can stand.</summary>
internal enum LineForm
{
    /// <summary>Anywhere: it reads the same with markup and without.</summary>
    Either,

    /// <summary>Where markup works, since some of it is ours.</summary>
    Marked,

    /// <summary>Where no markup works: what somebody typed could be taken for it.</summary>
    Literal,
}
