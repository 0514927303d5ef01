using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Negotiations;
using TalksBot.Storage;

namespace TalksBot.Features.Commands;

/// <summary>Which talks a word names: by their slug, else by title or code.</summary>
internal sealed class TalksNames(TalksDb db)
{
    /// <summary>The slugs of the talks that are called so, open ones where there are any; empty where none are.</summary>
    public async Task<IReadOnlyList<string>> SlugsAsync(string typed, CancellationToken token)
    {
        var slug = typed.ToLowerInvariant();
        if (await db.Negotiations.AnyAsync(talks => talks.Slug == slug, token))
        {
            return [slug];
        }

        var known = await db.Negotiations.AsNoTracking().Select(talks => new { talks.Slug, talks.Title, talks.Parties, talks.Status }).ToListAsync(token);
        var named = known.Where(talks => Same(talks.Title, typed) || Same(Negotiation.CodeOf(talks.Slug, talks.Parties), typed)).ToList();
        var open = named.Where(talks => talks.Status is not TalksStatus.Closed).ToList();
        return [.. (open.Count > 0 ? open : named).Select(talks => talks.Slug)];
    }

    /// <summary>Dashes and blanks are typed in many ways.</summary>
    private static bool Same(string name, string typed) => Bare(name).Equals(Bare(typed), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
