using System.Globalization;
using TalksBot.Core.Text;

namespace TalksBot.Core.Posts;

/// <summary>
/// Makes a post fit where a platform holds only so much. Never cut at its end in silence: long texts are shortened and say so, then
/// the least and oldest units go, counted in their place, and a button leads to the rest. Pure.
/// </summary>
public static class PostFit
{
    /// <summary>What the button to the rest says.</summary>
    public const string More = "More";

    /// <summary>Longer texts are shortened before anything is left out.</summary>
    private const int LongText = 1_200;

    /// <summary>However little room there is, this much of a text stays.</summary>
    private const int LeastText = 40;

    /// <summary>The post within the budget; the same post where it fits.</summary>
    /// <param name="post">The post.</param>
    /// <param name="budget">How much its pieces may cost together.</param>
    /// <param name="cost">What a piece costs as the platform writes it.</param>
    public static Post Fit(Post post, int budget, Func<PostPiece, int> cost)
    {
        var known = new Dictionary<PostPiece, int>(ReferenceEqualityComparer.Instance);
        int Cost(PostPiece piece) => known.TryGetValue(piece, out var price) ? price : known[piece] = cost(piece);
        if (post.Pieces.Sum(Cost) <= budget)
        {
            return post;
        }

        var notice = new PostPiece.Line(string.Create(CultureInfo.InvariantCulture, $"(shortened: the whole text has {PostText.Write(post).Length:N0} characters)")) { Weight = PieceWeight.Essential };
        var room = budget - Cost(notice);
        var units = PostUnit.Of(Shortened(post.Pieces, room, Cost, LongText));
        var kept = Thinned(units, room, Cost);
        var pieces = Shortened(Written(units, kept), room, Cost, LeastText);
        var counts = units.Where(unit => !kept.Contains(unit)).Select(unit => unit.Section).Distinct().Count();
        var isShortened = pieces.Count(piece => !post.Pieces.Contains(piece, ReferenceEqualityComparer.Instance)) > counts || pieces.Sum(Cost) > room;
        return post with
        {
            Pieces = isShortened ? [.. pieces, notice] : pieces,
            Buttons = post.More is null || post.Buttons.Any(button => button.Command == post.More) ? post.Buttons : [.. post.Buttons, new PostButton(More, post.More)],
        };
    }

    /// <summary>The longest texts shortened, all to the same length, as far as it takes.</summary>
    private static IReadOnlyList<PostPiece> Shortened(IReadOnlyList<PostPiece> pieces, int budget, Func<PostPiece, int> cost, int least)
    {
        if (pieces.Sum(cost) <= budget)
        {
            return pieces;
        }

        var (low, high) = (least, pieces.Select(piece => Text(piece)?.Length ?? 0).Append(least).Max());
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = pieces.Sum(piece => cost(Cut(piece, middle))) <= budget ? (middle, high) : (low, middle - 1);
        }

        return [.. pieces.Select(piece => Cut(piece, low))];
    }

    private static PostPiece Cut(PostPiece piece, int length) =>
        Text(piece) is { } text && text.Length > length ? With(piece, Typography.Shorten(text, length)) : piece;

    /// <summary>The units that stay: of the least weight the last goes first, and the first of all never.</summary>
    private static HashSet<PostUnit> Thinned(IReadOnlyList<PostUnit> units, int budget, Func<PostPiece, int> cost)
    {
        var kept = units.ToHashSet();
        var first = units.OrderByDescending(unit => unit.Weight is PieceWeight.Essential).FirstOrDefault();
        var going = units.Where(unit => unit != first && unit.Weight is not PieceWeight.Essential)
            .OrderByDescending(unit => unit.Weight is PieceWeight.Extra)
            .ThenByDescending(unit => unit.Place);
        var counted = new HashSet<int>();
        var total = Written(units, kept).Sum(cost);
        foreach (var unit in going.TakeWhile(_ => total > budget))
        {
            kept.Remove(unit);
            total -= unit.Pieces.Sum(cost);
            total += counted.Add(unit.Section) ? cost(Count(units.Count)) : 0;
        }

        return kept;
    }

    private static PostPiece.Line Count(int left) => new(Typography.More(left)) { Weight = PieceWeight.Essential };

    /// <summary>What stays, section by section, each with the count of what it lost; a section of which nothing stays is its title and that count.</summary>
    private static List<PostPiece> Written(IReadOnlyList<PostUnit> units, HashSet<PostUnit> kept)
    {
        var pieces = new List<PostPiece>();
        foreach (var section in units.GroupBy(unit => unit.Section))
        {
            if (section.First().Title is { } title)
            {
                pieces.Add(title);
            }

            pieces.AddRange(section.Where(kept.Contains).SelectMany(unit => unit.Pieces));
            if (section.Count(unit => !kept.Contains(unit)) is > 0 and var lost)
            {
                pieces.Add(Count(lost));
            }
        }

        return pieces;
    }

    private static string? Text(PostPiece piece) => piece switch
    {
        PostPiece.Line line => line.Text,
        PostPiece.Quote quote => quote.Text,
        PostPiece.Sourced sourced => sourced.Text,
        PostPiece.Field field => field.Value,
        PostPiece.Struck struck => struck.Text,
        _ => null,
    };

    private static PostPiece With(PostPiece piece, string text) => piece switch
    {
        PostPiece.Line line => line with { Text = text },
        PostPiece.Quote quote => quote with { Text = text },
        PostPiece.Sourced sourced => sourced with { Text = text },
        PostPiece.Field field => field with { Value = text },
        PostPiece.Struck struck => struck with { Text = text },
        _ => piece,
    };
}
