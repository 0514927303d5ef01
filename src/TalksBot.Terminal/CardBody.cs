using Spectre.Console;
using Spectre.Console.Rendering;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;

namespace TalksBot.Terminal;

/// <summary>The lines of a card, top-down.</summary>
internal static class CardBody
{
    private static readonly Style Plain = Style.Plain;
    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Struck = new(decoration: Decoration.Strikethrough | Decoration.Dim);
    private static readonly Style Quiet = new(decoration: Decoration.Dim);

    /// <summary>A post with its heading in the given style.</summary>
    public static IRenderable Of(Post post, Style heading)
    {
        var rows = new List<IRenderable> { Words(post.Title, heading) };
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

    /// <summary>Choices under their keys, each with the command it stands for.</summary>
    public static IEnumerable<IRenderable> Choices(IReadOnlyList<OfferedChoice> choices)
    {
        foreach (var (key, button) in choices)
        {
            yield return Words(key, Strong).Append(key.Length == 0 ? ScreenText.Plain(button.Label) : $"  {ScreenText.Plain(button.Label)}", Plain);
            yield return Indented(Words(UserText.OneLine(button.Command), Quiet), by: 3);
        }
    }

    private static IEnumerable<IRenderable> Piece(PostPiece piece, bool isFirst)
    {
        switch (piece)
        {
            case PostPiece.Section or PostPiece.Audience:
                if (!isFirst)
                {
                    yield return Text.Empty;
                }

                yield return Words(PostText.Write(piece), Strong);
                break;
            case PostPiece.Field field:
                yield return new Paragraph().Append($"{ScreenText.Plain(field.Name)}: ", Quiet).Append(ScreenText.Plain(field.Whole ?? field.Value));
                break;
            case PostPiece.Quote quote:
                yield return Words($"“{quote.Text}”", Plain);
                yield return Indented(Words($"– {quote.Attribution}{(quote.Source is null ? "" : $" · {quote.Source.AbsoluteUri}")}", Quiet), by: 2);
                break;
            case PostPiece.Struck struck:
                yield return Words($"✗ {struck.Text}", Struck);
                break;
            default:
                yield return Words(PostText.Write(piece), Plain);
                break;
        }
    }

    private static Padder Indented(Paragraph words, int by) => new(words, new Padding(by, 0, 0, 0));

    private static Paragraph Words(string text, Style style) => new Paragraph().Append(ScreenText.Plain(text), style);
}
