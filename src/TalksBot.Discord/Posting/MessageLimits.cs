namespace TalksBot.Discord.Posting;

/// <summary>How much an embed holds, in UTF-16 units (discord.md §3).</summary>
internal static class MessageLimits
{
    public const int Title = 256;
    public const int Description = 4096;
    public const int Fields = 25;
    public const int FieldName = 256;
    public const int FieldValue = 1024;

    /// <summary>The name of a thread (discord.md §2).</summary>
    public const int ThreadName = 100;

    /// <summary>Over all embeds of one message.</summary>
    public const int AllText = 6000;
}
