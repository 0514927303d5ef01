using System.Text;

namespace TalksBot.Discord.Posting;

/// <summary>Deals lines out over descriptions: as few as possible, cutting a line only where it must be.</summary>
internal sealed class PostPages
{
    /// <summary>Less room than this on a page is not worth beginning a line in that has to be cut.</summary>
    private const int LeastRoom = 1024;

    private readonly List<StringBuilder> _pages = [new()];
    private int _left;

    private PostPages(int budget) => _left = budget;

    private StringBuilder Page => _pages[^1];

    private int Joint => Page.Length == 0 ? 0 : 1;

    private int RoomOnPage => MessageLimits.Description - Page.Length - Joint;

    private int RoomInAll => _left - Joint;

    /// <summary>The lines within the budget; where they are too many, as many as fit and word that there was more.</summary>
    /// <returns>The descriptions, none of them empty.</returns>
    public static IReadOnlyList<string> Deal(IReadOnlyList<PostLine> blocks, int budget, string notice)
    {
        var pages = new PostPages(budget);
        if (!blocks.All(pages.TryAdd))
        {
            pages = new PostPages(budget - notice.Length - 1);
            _ = blocks.All(pages.TryAdd);
            pages._left = notice.Length + 1;
            pages.TryAdd(new PostLine("", notice));
        }

        return [.. pages._pages.Select(page => page.ToString().Trim()).Where(text => text.Length > 0)];
    }

    /// <summary>Adds a line; false when it was cut because the budget is spent.</summary>
    private bool TryAdd(PostLine block)
    {
        while (block.Write() is var whole && whole.Length > Math.Min(RoomOnPage, RoomInAll))
        {
            if (Page.Length > 0 && RoomInAll > RoomOnPage && (whole.Length <= MessageLimits.Description || RoomOnPage < LeastRoom))
            {
                _pages.Add(new StringBuilder());
            }
            else if (RoomInAll <= RoomOnPage)
            {
                Append(block.Shorten(RoomInAll), RoomInAll);
                return false;
            }
            else
            {
                (var begun, block) = block.Split(RoomOnPage);
                Append(begun, RoomOnPage);
                _pages.Add(new StringBuilder());
            }
        }

        Append(block.Write(), RoomInAll);
        return true;
    }

    /// <summary>What its own markup alone makes too long is left out.</summary>
    private void Append(string line, int room)
    {
        if (line.Length <= room)
        {
            _left -= line.Length + Joint;
            Page.Append(Page.Length == 0 ? "" : "\n").Append(line);
        }
    }
}
