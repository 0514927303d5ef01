namespace TalksBot.Discord.Wire.Rest;

/// <summary>An error as Discord words it, with the faulty fields flattened (discord.md §11).</summary>
public sealed record DiscordError(
    int Status, DiscordErrorCode Code, string Message, IReadOnlyList<FieldError> Fields)
{
    /// <summary>
    /// Discord itself said it, in its own form. What else answers, a proxy's page in the first place, is no word of Discord's: whatever
    /// it says, the request never got there.
    /// </summary>
    public bool IsDiscords { get; init; } = true;

    public override string ToString() =>
        $"{Status}/{(int)Code} {Message}{string.Concat(Fields.Select(field => $"; {field}"))}";
}

/// <summary>What is wrong with one field, <c>embeds.0.title</c>; an empty path means the whole body.</summary>
public sealed record FieldError(string Path, string Code, string Message)
{
    public override string ToString() => $"{Path}: {Message} ({Code})";
}
