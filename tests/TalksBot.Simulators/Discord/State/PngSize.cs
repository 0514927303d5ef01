using System.Buffers.Binary;

namespace TalksBot.Simulators.Discord.State;

/// <summary>Width and height from a PNG's header, as Discord reports them.</summary>
internal static class PngSize
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>Null when the bytes are not a PNG.</summary>
    public static (int Width, int Height)? Of(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 24 && bytes.StartsWith(Signature)
            ? (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
            : null;
}
