namespace TalksBot.Discord.Wire.Gateway;

/// <summary>A message received, or when <c>Text</c> is null the end, with the close code if there was one.</summary>
internal readonly record struct SocketMessage(ReadOnlyMemory<byte>? Text, int? CloseCode)
{
    public static SocketMessage Of(ReadOnlyMemory<byte> text) => new(text, null);

    public static SocketMessage Ended(int? closeCode) => new(null, closeCode);
}
