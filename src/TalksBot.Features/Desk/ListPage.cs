using System.Globalization;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Desk;

/// <summary>One page of a list that is shown newest first.</summary>
/// <param name="Number">The page, from 1.</param>
/// <param name="Last">The last page; 1 for a list that is empty.</param>
internal sealed record ListPage(int Number, int Last)
{
    /// <summary>How many rows a page has.</summary>
    public const int Size = 10;

    /// <summary>Which page is asked for.</summary>
    public static readonly ParameterSpec Parameter = new("page", ParameterKind.Text, "the page, from 1; ten rows each") { NamedOnly = true };

    /// <summary>How many rows stand on the pages before.</summary>
    public int Skipped => (Number - 1) * Size;

    /// <summary>The page that the parameter names; the first when it is left out.</summary>
    /// <param name="call">The command.</param>
    /// <param name="rows">How many rows the list has.</param>
    public static Found<ListPage> Read(CommandCall call, int rows)
    {
        var last = Math.Max(1, (rows + Size - 1) / Size);
        return int.TryParse(call.Find(Parameter.Name) ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= last
            ? new ListPage(number, last)
            : Reply.Refuse(last == 1 ? "There is only page 1." : string.Create(CultureInfo.InvariantCulture, $"There is no such page; write page:1 to page:{last}."));
    }

    /// <summary>The heading, with the page where there are several.</summary>
    public string Titled(string title) => Last == 1 ? title : string.Create(CultureInfo.InvariantCulture, $"{title}, page {Number} of {Last}");

    /// <summary>The ways to the pages beside this one.</summary>
    public IReadOnlyList<PostButton> Buttons(CommandCall call) =>
    [
        .. Number == 1 ? [] : new[] { To(call, "Newer", Number - 1) },
        .. Number == Last ? [] : new[] { To(call, "Older", Number + 1) },
    ];

    private static PostButton To(CommandCall call, string label, int page) =>
        new(label, call.Retyped(Parameter.Name, page.ToString(CultureInfo.InvariantCulture)));
}
