namespace TalksBot.Discord.Wire.Rest;

/// <summary>What is wrong with one field, <c>embeds.0.title</c>; an empty path means the whole body.</summary>
public sealed record FieldError(string Path, string Code, string Message)
{
    public override string ToString() => $"{Path}: {Message} ({Code})";
}
