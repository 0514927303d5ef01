using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Features.Commands;
using TalksBot.Storage;

namespace TalksBot.Features.Opening;

/// <summary>Reads the slug of talks that are opened; where none is given their title makes it.</summary>
internal static class SlugInput
{
    private const string Name = "slug";

    /// <summary>A slug that no talks have; one that is taken is refused with a free one as a choice.</summary>
    public static async Task<Found<string>> ReadAsync(TalksDb db, CommandCall call, string title, CancellationToken token)
    {
        if (call.Find(Name) is { } typed && !Slug.IsValid(typed))
        {
            return Reply.Refuse("A slug has 2 to 60 lower-case letters, digits and hyphens, such as us-japan-autos; choose one like that.");
        }

        if ((call.Find(Name) ?? Slug.Of(title)) is not { } slug)
        {
            return Reply.Refuse("That title makes no slug; add one of 2 to 60 lower-case letters, digits and hyphens, as in slug:us-japan-autos.");
        }

        var taken = (await db.AllNegotiations.Where(known => known.Slug.StartsWith(slug)).Select(known => known.Slug).ToListAsync(token)).ToHashSet(StringComparer.Ordinal);
        if (!taken.Contains(slug))
        {
            call.Understand(Name, slug);
            return slug;
        }

        var free = Enumerable.Range(2, taken.Count).Select(number => Numbered(slug, number)).First(other => !taken.Contains(other));
        return Reply.Refuse(
            $"Talks named {slug} exist already; choose another slug, such as {free}, or see them with /talks status {slug}.",
            [new PostButton(free, call.Retyped(Name, free))]);
    }

    private static string Numbered(string slug, int number)
    {
        var ending = string.Create(CultureInfo.InvariantCulture, $"-{number}");
        return $"{slug[..Math.Min(slug.Length, Slug.LongestLength - ending.Length)].TrimEnd('-')}{ending}";
    }
}
