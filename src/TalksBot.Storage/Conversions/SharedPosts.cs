using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TalksBot.Core.Posts;

namespace TalksBot.Storage.Conversions;

/// <summary>A post as JSON text.</summary>
internal sealed class PostConverter() : ValueConverter<Post, string>(post => SharedPosts.Write(post), stored => SharedPosts.Read(stored));

/// <summary>
/// Hundreds of channels are told the same in the same words. A post never changes, so those that read alike are one, and what was read or
/// written a moment ago is neither read nor written again.
/// </summary>
internal static class SharedPosts
{
    /// <summary>As many as a burst has different words; a power of two.</summary>
    private const int Places = 64;

    private static readonly ConditionalWeakTable<Post, string> _written = [];

    private static readonly Known?[] _known = new Known?[Places];

    /// <summary>The post as it is stored.</summary>
    public static string Write(Post post) => _written.GetValue(post, static one => JsonSerializer.Serialize(one, StoredJson.Options));

    /// <summary>The post that is stored so.</summary>
    public static Post Read(string stored)
    {
        ref var place = ref _known[stored.GetHashCode(StringComparison.Ordinal) & (Places - 1)];
        if (Volatile.Read(ref place) is { } known && known.Stored == stored)
        {
            return known.Post;
        }

        var post = JsonSerializer.Deserialize<Post>(stored, StoredJson.Options)!;
        Volatile.Write(ref place, new Known(stored, post));
        return post;
    }

    private sealed record Known(string Stored, Post Post);
}
