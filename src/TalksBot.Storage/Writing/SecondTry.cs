using TalksBot.Storage.Opening;

namespace TalksBot.Storage.Writing;

/// <summary>
/// Makes a change a second time, at once, where the database took back the first since another was in its way: a deadlock, two that met, a statement
/// that waited too long. Nothing of the first holds then, and whoever was in the way is through as a rule. A third would keep a person waiting for nothing.
/// </summary>
public static class SecondTry
{
    /// <summary>Makes it.</summary>
    /// <param name="change">The whole change from its beginning, in a transaction of its own each time.</param>
    public static async Task<T> RunAsync<T>(Func<Task<T>> change)
    {
        try
        {
            return await change();
        }
        catch (Exception fault) when (StorageFault.WasInTheWay(fault))
        {
            return await change();
        }
    }
}
