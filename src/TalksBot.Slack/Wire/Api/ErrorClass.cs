namespace TalksBot.Slack.Wire.Api;

/// <summary>What an error code asks of the client (the table in slack.md §13).</summary>
internal enum ErrorClass
{
    /// <summary>Asking again would bring the same.</summary>
    Final,

    /// <summary>The token is of no more use.</summary>
    Dead,

    /// <summary>Too fast.</summary>
    Slow,

    /// <summary>The action may have happened.</summary>
    Unclear,
}
