-- "The card that ends in 1234" is all that a driver knows of a payment.
create index authorizations_card on authorizations (card_last_four, requested_at) where card_last_four is not null;
