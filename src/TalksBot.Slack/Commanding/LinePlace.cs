namespace TalksBot.Slack.Commanding;

/// <summary>Where the line behind a button stands.</summary>
internal enum LinePlace
{
    /// <summary>In the button's <c>action_id</c>: such a button works for ever.</summary>
    Id = 0,

    /// <summary>In the button's <c>value</c>: so does such a one.</summary>
    Value = 1,

    /// <summary>In memory for a while, under a key that stands in the id.</summary>
    Kept = 2,
}
