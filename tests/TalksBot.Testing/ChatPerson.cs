namespace TalksBot.Testing;

/// <summary>Somebody at a keyboard, in the channel where the desk works.</summary>
public interface IChatPerson
{
    /// <summary>Gives a command.</summary>
    /// <param name="line">The command as it would be typed, without <c>/talks</c>.</param>
    /// <returns>The reply as this person sees it.</returns>
    Task<ChatMessage> RunAsync(string line);

    /// <summary>Presses a button, or does what stands for it where the platform has none.</summary>
    /// <returns>What this person is answered; without words where they are shown nothing new.</returns>
    Task<ChatMessage> PressAsync(ChatMessage message, string label);

    /// <summary>Presses a button that opens a form, changes some of its fields and sends it.</summary>
    /// <returns>What this person is answered.</returns>
    Task<ChatMessage> FillAsync(ChatMessage message, string label, params IReadOnlyList<(string Field, string Text)> fields);
}

/// <summary>A message as a person sees it now.</summary>
/// <param name="Text">All its words, with the platform's markup resolved.</param>
/// <param name="Buttons">The labels of its buttons; none for posts of a platform without buttons.</param>
/// <param name="Origin">What the platform knows it by, for its own adapter to read back.</param>
public sealed record ChatMessage(string Text, IReadOnlyList<string> Buttons, object Origin)
{
    /// <summary>Whom it notified, by the platform's ids.</summary>
    public IReadOnlyList<string> Pings { get; init; } = [];
}
