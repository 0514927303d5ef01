using TalksBot.Core.Negotiations;

namespace TalksBot.Features.Views;

/// <summary>Where programs find what: the paths of the API.</summary>
public static class ViewPaths
{
    /// <summary>What all begin with.</summary>
    public const string Root = "/api/v1";

    /// <summary>Talks.</summary>
    public static string Talks(string slug) => $"{Root}/negotiations/{slug}";

    /// <summary>What a subject such as <c>D1</c> or <c>#3</c> is found at; the talks themselves where it is no record of its own.</summary>
    public static string Of(string slug, string subject) => subject switch
    {
        ['D', ..] => $"{Talks(slug)}/deadlines/{subject}",
        ['S', ..] => $"{Talks(slug)}/sessions/{subject}",
        ['#', ..] => $"{Talks(slug)}/updates/{subject[1..]}",
        _ => Talks(slug),
    };

    /// <summary>The number of an update in a path: <c>3</c>, or <c>#3</c>.</summary>
    public static int? UpdateNumber(string typed) => SubjectNumber.TryRead('#', typed, out var number) ? number : null;
}
