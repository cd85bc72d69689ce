import { rowByKey } from '../../../kit/database/loaders.js';
import type { Reader } from '../../../kit/database/reader.js';
import { tableOf } from '../../../kit/database/table.js';
import { connectionOf } from '../../../kit/list/connection.js';
import type { ListDefinition } from '../../../kit/list/definition.js';
import { readList } from '../../../kit/list/list.js';
import { TradeEventEntity } from './trade-event.entity.js';
import { type TradeEventsArgs, tradeEventFilter, tradeEventOrder } from './trade-event.input.js';
import { TradeEvent } from './trade-event.type.js';

const tradeEvents = tableOf(TradeEventEntity);

export const TradeEventConnection = connectionOf(TradeEvent, 'TradeEvent', 'events');

const tradeEventList: ListDefinition<TradeEvent> = {
  table: tradeEvents,
  filter: tradeEventFilter,
  order: tradeEventOrder,
  defaultOrder: [{ field: 'STARTS_ON', direction: 'DESC' }],
  connection: TradeEventConnection,
};

export function tradeEventLoaders(reader: Reader) {
  return {
    tradeEventBySlug: rowByKey<TradeEvent>(reader, tradeEvents, 'slug'),
    tradeEvents: (args: TradeEventsArgs) => readList(reader, tradeEventList, args),
  };
}
