using TalksBot.Storage.Opening;

namespace TalksBot.Features.Views;

/// <summary>What keeps the record from being read.</summary>
public static class ViewTrouble
{
    /// <summary>A sentence for whoever asked, where the database is at fault; null where it is not.</summary>
    public static string? Explain(Exception fault) => StorageFault.Explain(fault);
}
