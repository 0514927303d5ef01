using Spectre.Console;
using Spectre.Console.Rendering;
using TalksBot.Core.Posts;

namespace TalksBot.Terminal;

/// <summary>The lines of a card, top-down.</summary>
internal static class CardBody
{
    private static readonly Style Plain = Style.Plain;
    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Quiet = new(decoration: Decoration.Dim);

    /// <summary>A post with its heading in the given style.</summary>
    public static IRenderable Of(Post post, Style heading)
    {
        var rows = new List<IRenderable> { Words(post.Heading, heading) };
        if (post.Pieces.Count > 0)
        {
            rows.Add(Text.Empty);
        }

        foreach (var (piece, place) in post.Pieces.Select((piece, place) => (piece, place)))
        {
            rows.AddRange(Piece(piece, isFirst: place == 0));
        }

        if (post.Mention is { Length: > 0 } mention)
        {
            rows.Add(Words($"@{mention.TrimStart('@')}", Strong));
        }

        return new Rows(rows);
    }

    /// <summary>Numbered choices, each with the command to type.</summary>
    public static IEnumerable<IRenderable> Choices(IReadOnlyList<PostButton> buttons) => buttons.Select((button, place) =>
        Words($"{place + 1}", Strong)
            .Append($"  {ScreenText.Plain(button.Label)}  ", Plain)
            .Append(ScreenText.Plain(button.Command), Quiet));

    private static IEnumerable<IRenderable> Piece(PostPiece piece, bool isFirst)
    {
        switch (piece)
        {
            case PostPiece.Section section:
                if (!isFirst)
                {
                    yield return Text.Empty;
                }

                yield return Words(section.Title, Strong);
                break;
            case PostPiece.Field field:
                yield return new Paragraph().Append(ScreenText.Plain(field.Name), Quiet).Append("  ").Append(ScreenText.Plain(field.Value));
                break;
            case PostPiece.Quote quote:
                yield return Words($"“{quote.Text}”", Plain);
                yield return new Padder(Words($"– {quote.Attribution}", Quiet), new Padding(2, 0, 0, 0));
                break;
            default:
                yield return Words(PostText.Write(piece), Plain);
                break;
        }
    }

    private static Paragraph Words(string text, Style style) => new Paragraph().Append(ScreenText.Plain(text), style);
}
