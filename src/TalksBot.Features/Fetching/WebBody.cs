using System.Buffers;
using System.IO.Compression;

namespace TalksBot.Features.Fetching;

/// <summary>The body of an answer, unpacked as far as it may be.</summary>
/// <param name="Bytes">What it says; empty where it has a fault.</param>
/// <param name="Fault">Why it is not taken; null where it is.</param>
internal sealed record WebBody(byte[] Bytes, WebFault? Fault)
{
    private const int Piece = 32 * 1024;

    /// <summary>A body of nothing.</summary>
    public static readonly WebBody Empty = new([], Fault: null);

    /// <summary>Reads and unpacks it, and stops at the first byte too many.</summary>
    /// <param name="content">The answer's content.</param>
    /// <param name="most">The most bytes it may have, unpacked.</param>
    public static async Task<WebBody> ReadAsync(HttpContent content, int most, CancellationToken token)
    {
        if (content.Headers.ContentEncoding is { Count: > 1 })
        {
            return new WebBody([], WebFault.Broken);
        }

        if (content.Headers.ContentEncoding.Count == 0 && content.Headers.ContentLength > most)
        {
            return new WebBody([], WebFault.TooLarge);
        }

        await using var packed = await content.ReadAsStreamAsync(token);
        await using var plain = await UnpackedAsync(packed, content.Headers.ContentEncoding.FirstOrDefault()?.ToLowerInvariant(), token);
        return plain is null ? new WebBody([], WebFault.Broken) : await TakeAsync(plain, most, token);
    }

    private static async Task<WebBody> TakeAsync(Stream plain, int most, CancellationToken token)
    {
        using var taken = new MemoryStream();
        var piece = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            int count;
            while ((count = await plain.ReadAsync(piece.AsMemory(0, Piece), token)) > 0)
            {
                if (taken.Length + count > most)
                {
                    return new WebBody([], WebFault.TooLarge);
                }

                taken.Write(piece, 0, count);
            }
        }
        catch (InvalidOperationException)
        {
            // Brotli's way to say that something is not packed so.
            return new WebBody([], WebFault.Broken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }

        return new WebBody(taken.ToArray(), Fault: null);
    }

    /// <summary>Null where nobody knows how it is packed.</summary>
    private static async Task<Stream?> UnpackedAsync(Stream packed, string? how, CancellationToken token) => how switch
    {
        null or "" or "identity" => packed,
        "gzip" or "x-gzip" => new GZipStream(packed, CompressionMode.Decompress),
        "br" => new BrotliStream(packed, CompressionMode.Decompress),
        "deflate" => await DeflatedAsync(packed, token),
        _ => null,
    };

    /// <summary>Some hosts send it in its envelope, as the rules say, and some without.</summary>
    private static async Task<Stream> DeflatedAsync(Stream packed, CancellationToken token)
    {
        var first = new byte[2];
        var count = await packed.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, token);
        var whole = new BegunStream(first.AsMemory(0, count), packed);
        return count == first.Length && (first[0] & 0x0F) == 8 && ((first[0] << 8) | first[1]) % 31 == 0
            ? new ZLibStream(whole, CompressionMode.Decompress)
            : new DeflateStream(whole, CompressionMode.Decompress);
    }

    /// <summary>A stream whose first bytes were read already.</summary>
    private sealed class BegunStream(ReadOnlyMemory<byte> first, Stream rest) : Stream
    {
        private ReadOnlyMemory<byte> _first = first;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_first.Length == 0)
            {
                return await rest.ReadAsync(buffer, cancellationToken);
            }

            var count = Math.Min(buffer.Length, _first.Length);
            _first[..count].CopyTo(buffer);
            _first = _first[count..];
            return count;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                rest.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
