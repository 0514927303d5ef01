namespace TalksBot.Discord.Wire.Rest;

/// <summary>An error as Discord words it, with the faulty fields flattened (discord.md §11).</summary>
public sealed record DiscordError(
    int Status, DiscordErrorCode Code, string Message, IReadOnlyList<FieldError> Fields)
{
    public override string ToString() =>
        $"{Status}/{(int)Code} {Message}{string.Concat(Fields.Select(field => $"; {field}"))}";
}
