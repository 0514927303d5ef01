using System.Globalization;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Commands;

/// <summary>One page of a list that is shown newest and weightiest first.</summary>
/// <param name="Number">The page, from 1.</param>
internal sealed record ListPage(int Number)
{
    /// <summary>How many rows a page has.</summary>
    public const int Size = 10;

    /// <summary>Which page is asked for.</summary>
    public static readonly ParameterSpec Parameter = new("page", ParameterKind.Text, "the page, from 1; ten rows each") { NamedOnly = true };

    /// <summary>How many rows stand on the pages before.</summary>
    public int Skipped => (Number - 1) * Size;

    /// <summary>The page that the parameter names; the first when it is left out.</summary>
    public static Found<ListPage> Read(CommandCall call) =>
        int.TryParse(call.Find(Parameter.Name) ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= int.MaxValue / Size
            ? new ListPage(number)
            : Reply.Refuse($"“{Echo.Of(call[Parameter.Name])}” is no page; write page:2 for the second one.");

    /// <summary>The rows of the page, of a list that is at hand.</summary>
    public Page<T> Of<T>(IEnumerable<T> all) => Page.Of(all, Skipped, Size);

    /// <summary>The answer: the page under its number, what comes after counted, and the ways to the pages beside it.</summary>
    /// <param name="call">The command.</param>
    /// <param name="page">The rows.</param>
    /// <param name="body">The rows as they read.</param>
    /// <param name="more">Lines that lead to the other pages where the command, given again, would not find the same list.</param>
    public Reply Show<T>(CommandCall call, Page<T> page, Post body, Func<CommandCall, string, string>? more = null)
    {
        var last = Math.Max(1, (page.Total + Size - 1) / Size);
        if (Number > last)
        {
            return Reply.Refuse(last == 1 ? "There is only page 1." : string.Create(CultureInfo.InvariantCulture, $"There is no such page; write page:1 to page:{last}."));
        }

        var to = more ?? ((known, number) => known.Retyped(Parameter.Name, number));
        return Reply.Answer(body with
        {
            Heading = last == 1 ? body.Heading : string.Create(CultureInfo.InvariantCulture, $"{body.Heading}, page {Number} of {last}"),
            Pieces = [.. body.Pieces.Select(piece => piece with { Weight = PieceWeight.Essential }), .. page.Rest],
            Buttons =
            [
                .. body.Buttons,
                .. Number == last ? [] : new[] { new PostButton(PostFit.More, to(call, $"{Number + 1}")) },
                .. Number == 1 ? [] : new[] { new PostButton("Back", to(call, $"{Number - 1}")) },
            ],
        });
    }
}
