using System.Globalization;
using TalksBot.Core.Pictures;

namespace TalksBot.Features.Pictures;

/// <summary>What stands beside the marks of a row. Where marks stand too near for a caption each, one speaks for them and counts the others.</summary>
internal static class TimelineCaptions
{
    private const int Gap = 12;

    /// <summary>The captions, none on another and none beyond the edges.</summary>
    public static IEnumerable<SheetCaption> Of(PictureRow row, Func<Instant, double> x, SheetText text, int side)
    {
        var marks = row.Marks.Where(mark => mark.Caption.Length > 0).ToList();
        for (var first = 0; first < marks.Count;)
        {
            var last = first;
            var caption = Place(row, marks, first, last, x, text, side);
            while (last + 1 < marks.Count && x(marks[last + 1].From) - Size(marks[last + 1]) < caption.Right + Gap)
            {
                last++;
                caption = Place(row, marks, first, last, x, text, side);
            }

            first = last + 1;
            yield return caption;
        }
    }

    private static SheetCaption Place(PictureRow row, List<PictureMark> marks, int first, int last, Func<Instant, double> x, SheetText text, int side)
    {
        var words = last == first ? marks[first].Caption : string.Create(CultureInfo.InvariantCulture, $"{marks[first].Caption} +{last - first}");
        var kind = marks[first].Kind;
        var isBold = kind is PictureMarkKind.NextDeadline;
        var width = text.Measure(words, SheetText.Usual, isBold);
        var others = row.Marks.Where(mark => mark.Caption.Length == 0).OrderBy(mark => mark.From).ToList();
        var right = x(marks[last].To) + Size(marks[last]) + Gap;
        foreach (var other in others.Where(other => x(other.To) > right - Gap && x(other.From) < right + width + Gap))
        {
            right = x(other.To) + Size(other) + Gap;
        }

        // To the left of its mark where the right has no room; there too no mark is hidden by it.
        var left = right + width <= TimelineSheet.Width - side ? right : x(marks[first].From) - Size(marks[first]) - Gap - width;
        foreach (var other in Enumerable.Reverse(others).Where(other => left < right && x(other.From) < left + width + Gap && x(other.To) > left - Gap))
        {
            left = x(other.From) - Size(other) - Gap - width;
        }

        left = Math.Max(side, left);
        return new SheetCaption(words, left, Math.Max(left + width, right), kind, isBold);
    }

    private static double Size(PictureMark mark) => TimelineStyle.Of(mark.Kind).Size / 2;
}

/// <summary>Words beside a mark.</summary>
/// <param name="Text">The words.</param>
/// <param name="Left">Where they begin, in pixels.</param>
/// <param name="Right">Where they and their mark end.</param>
/// <param name="Kind">What the mark stands for.</param>
/// <param name="IsBold">They are the weightiest of the picture.</param>
internal sealed record SheetCaption(string Text, double Left, double Right, PictureMarkKind Kind, bool IsBold);
