namespace TalksBot.Terminal;

/// <summary>One line of the transcript: something that was about to be shown.</summary>
/// <param name="Act">What happened to the message.</param>
/// <param name="Id">The message: the key of the delivery that posted it.</param>
/// <param name="Channel">Its channel.</param>
/// <param name="At">When, in ISO-8601.</param>
/// <param name="Reference">What people quote.</param>
/// <param name="Text">The message as plain text; empty when it was taken back.</param>
internal sealed record TranscriptLine(TranscriptAct Act, string Id, string Channel, string At, string Reference, string Text)
{
    /// <summary>Notes that what stands before was on the screen.</summary>
    public static TranscriptLine Shown(string id, string at) => new(TranscriptAct.Shown, id, "", at, "", "");
}
