using System.Reflection;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;

namespace TalksBot.Storage;

/// <summary>
/// New deliveries, of which a command may make hundreds, are written together instead of one by one; from then on they are tracked like
/// rows that were read.
/// </summary>
internal static class NewDeliveries
{
    private static readonly PropertyInfo Id = typeof(Delivery).GetProperty(nameof(Delivery.Id))!;

    /// <summary>What waits to be written, in the order in which it was added; no longer tracked.</summary>
    public static List<Delivery> Take(TalksDb db)
    {
        // Until they have a row they are numbered as they were added; the tracker lists them in any order.
        var added = db.Tracked<Delivery>().Where(entry => entry.State is EntityState.Added).OrderBy(entry => entry.CurrentValues.GetValue<long>(nameof(Delivery.Id))).ToList();
        added.ForEach(entry => entry.State = EntityState.Detached);
        return added.ConvertAll(entry => entry.Entity);
    }

    /// <summary>How they are written.</summary>
    /// <param name="db">The database.</param>
    /// <param name="numbersItself">True where the database gives them their numbers.</param>
    public static RowWriter WriterOf(TalksDb db, bool numbersItself) => new(db.Model.FindEntityType(typeof(Delivery))!, numbersItself, new Dictionary<string, object?>());

    /// <summary>Gives one its number.</summary>
    public static void Number(Delivery delivery, long number) => Id.SetValue(delivery, number);
}
