import { defineEnum, type EnumValue } from '../../../kit/schema/enum.js';
import { defineStateMachine } from '../../../kit/state-machine.js';

export const ContractState = defineEnum(
  'ContractState',
  'How far a contract has come. The terms of the Open Contracting Data Standard: pending before signature, active after it.',
  {
    LEAD: 'Two firms talk; nothing is on paper.',
    LOI_MOU: 'A letter of intent or memorandum of understanding is signed, the contract is not (pending).',
    SIGNED: 'Signed: there is a date, a value, a currency and a document that shows it (active).',
    IN_DELIVERY: 'Signed, and the work has begun (active).',
    COMPLETED: 'Everything agreed is delivered.',
    LOST: 'The lead came to nothing.',
    CANCELLED: 'Called off after a letter of intent and before signature.',
    TERMINATED: 'Ended early, after signature.',
  },
);
export type ContractState = EnumValue<typeof ContractState>;

/** Where a contract begins, and where it may go from each state. */
export const contractStates = defineStateMachine<ContractState>(['LEAD'], {
  LEAD: ['LOI_MOU', 'SIGNED', 'LOST'],
  LOI_MOU: ['SIGNED', 'CANCELLED'],
  SIGNED: ['IN_DELIVERY', 'TERMINATED'],
  IN_DELIVERY: ['COMPLETED', 'TERMINATED'],
  COMPLETED: [],
  LOST: [],
  CANCELLED: [],
  TERMINATED: [],
});

/** The states that only a signed contract reaches: the exhibitor has won, whatever came of it later. */
export const WON_STATES: readonly ContractState[] = ['SIGNED', 'IN_DELIVERY', 'COMPLETED', 'TERMINATED'];
